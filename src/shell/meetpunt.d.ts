// Types of what Meetpunt puts into a page. Copied into the release as it is.

/** What every event says about its survey. */
export interface MeetpuntDetail {
  survey: string;
  metric: string | null;
  touchpoint: string | null;
  preview: boolean;
}

/** One rule that decides whether a survey may show. */
export interface MeetpuntCheck {
  rule: string;
  passed: boolean;
  /** What it was decided by, for people to read. */
  value: string;
}

/** Whether a survey may show now, and why. */
export interface MeetpuntExplanation {
  show: boolean;
  /** The first rule that says no. */
  reason: string | null;
  /** When to look again, where nothing but time stands in the way. */
  until?: string;
  checks: MeetpuntCheck[];
}

/** A CloudEvent of type `meetpunt.response.v1`, as it is posted. */
export interface MeetpuntResponse {
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  subject: string;
  time: string;
  datacontenttype: 'application/json';
  data: Record<string, unknown>;
}

/** A score as it was given; all null when the question does not apply. */
export interface MeetpuntScore {
  score: number | null;
  class: string | null;
  /** From 0 to 100, to one decimal. */
  normalised: number | null;
  na: boolean;
}

export interface MeetpuntWarning {
  setting: string;
  found: string;
  expected: string;
}

/** Name without the prefix `meetpunt:`, and what the event's `detail` holds besides {@link MeetpuntDetail}. */
export interface MeetpuntEvents {
  ready: { warnings: MeetpuntWarning[] };
  shown: { trigger: string };
  skipped: { reason: string; checks: MeetpuntCheck[] };
  answered: MeetpuntScore;
  alert: { alert: string; score: number; class: string };
  /** Cancelable: then the page takes care of the event, and nothing is saved or sent. `context` may be added to. */
  submit: { event: MeetpuntResponse; context: Record<string, string> };
  completed: { event: MeetpuntResponse };
  dismissed: { step: string };
  delivered: { id: string; attempts: number };
  /** `status` is 0 without an answer; `final` when it is not tried again. */
  undelivered: { id: string; status: number; reason: 'refused' | 'redirect' | 'expired'; final: boolean };
  warning: MeetpuntWarning;
  error: { reason: string; setting: string | null };
}

export type MeetpuntEvent<Name extends keyof MeetpuntEvents> = CustomEvent<MeetpuntDetail & MeetpuntEvents[Name]>;

/** `<meetpunt-survey>`. Its methods never reject. */
export interface MeetpuntSurveyElement extends HTMLElement {
  /** Shows it whatever the trigger and the clocks say, though not without consent; tells whether it shows. */
  show(): Promise<boolean>;
  hide(): Promise<void>;
  /** Begins anew, as {@link show} does. */
  reset(): Promise<boolean>;
  /** Undefined while it stands in no document. */
  explain(): Promise<MeetpuntExplanation | undefined>;
}

/** What waits on this visitor's device. */
export interface MeetpuntDiagnostics {
  /** Answers that wait to be sent. */
  waiting: number;
  /** Those of them that the endpoint refused; they are tried again after hours. */
  held?: number;
  /** Where they wait. */
  storage?: ('indexeddb' | 'local' | 'session' | 'memory')[];
  /** How many were lost, by reason. */
  losses?: Record<string, number>;
  version?: string;
}

/** The page's way in. Without a survey id, a command is for all of them. It never throws. */
export interface Meetpunt {
  (command: 'show', survey?: string): Promise<boolean | undefined>;
  (command: 'hide', survey?: string): Promise<void>;
  (command: 'explain', survey?: string): Promise<MeetpuntExplanation | undefined>;
  /** Tells of an event of the page, for the trigger `event:NAME`. */
  (command: 'event', name: string, properties?: Record<string, unknown>): void;
  /** What the page knows of the visitor, for `audience`; it never travels. Null takes an attribute back. */
  (command: 'set', attributes: Record<string, string | number | boolean | null>): void;
  /** A site file, in place of one that `data-config` names. */
  (command: 'config', site: object): void;
  <Name extends keyof MeetpuntEvents>(
    command: 'on',
    event: Name,
    callback: (event: MeetpuntEvent<Name>) => void,
  ): void;
  /** `true` lets surveys that require consent begin; `false` ends them, and deletes what is kept on the device. */
  (command: 'consent', given: boolean): void;
  /** Deletes what is kept on the device. */
  (command: 'forget'): Promise<void>;
  /** Tries to send what waits; tells how many answers still wait. */
  (command: 'flush'): Promise<number>;
  (command: 'diagnostics'): Promise<MeetpuntDiagnostics>;
  /** Of the loader. */
  readonly version: string;
}

type MeetpuntEventMap = { [Name in keyof MeetpuntEvents as `meetpunt:${Name}`]: MeetpuntEvent<Name> };

declare global {
  var meetpunt: Meetpunt;

  interface HTMLElementTagNameMap {
    'meetpunt-survey': MeetpuntSurveyElement;
  }

  interface HTMLElementEventMap extends MeetpuntEventMap {}

  interface DocumentEventMap extends MeetpuntEventMap {}

  interface WindowEventMap extends MeetpuntEventMap {}
}
