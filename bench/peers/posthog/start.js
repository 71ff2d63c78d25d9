// All but surveys is off, as far as the settings allow it.
posthog.init('phc_bench', {
  api_host: location.origin,
  autocapture: false,
  capture_pageview: false,
  capture_pageleave: false,
  disable_session_recording: true,
  disable_web_experiments: true,
  capture_performance: false,
  capture_dead_clicks: false,
  capture_exceptions: false,
  persistence: 'memory',
});
