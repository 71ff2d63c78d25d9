//! The closed vocabularies of the settings.

use crate::words::words;

words! {
    /// How the scale is drawn. Never changes the score.
    pub enum Look {
        /// The points as digits.
        Numbers = "numbers",
        /// A row of stars.
        Stars = "stars",
        /// A row of faces.
        Faces = "faces",
        /// Down and up.
        Thumbs = "thumbs",
        /// The points as words, one below the other.
        Labels = "labels",
    }
}

words! {
    /// The catalogue's variant of the question.
    pub enum Wording {
        /// The metric's official question.
        Standard = "standard",
        /// Finding something (CES).
        Find = "find",
        /// Placing an order (CES).
        Checkout = "checkout",
        /// Having a request handled (CES).
        Service = "service",
        /// What was ordered (CSAT).
        Order = "order",
        /// How an order arrived (CSAT).
        Delivery = "delivery",
        /// "Friend or family member" where the standard says "friend or colleague" (NPS).
        FriendOrFamily = "friend-or-family",
    }
}

words! {
    /// Whether and how the open question is asked.
    pub enum FollowUp {
        /// The question of the class that the score is in.
        ByClass = "by-class",
        /// One question for every class, for text analysis without bias.
        Neutral = "neutral",
        /// No open question.
        None = "none",
    }
}

words! {
    /// What gives a score.
    pub enum Sending {
        /// Choosing a point, then the Send button.
        Button = "button",
        /// Choosing a point.
        Tap = "tap",
    }
}

words! {
    /// What is posted.
    pub enum Report {
        /// Answers.
        Responses = "responses",
        /// Answers, and that a survey was shown or dismissed.
        Funnel = "funnel",
    }
}

words! {
    /// The shape of a posted body.
    pub enum Format {
        /// A CloudEvent in structured JSON.
        CloudEvents = "cloudevents",
        /// The same body as plain text, which needs no CORS preflight.
        Text = "text",
        /// `data` with `id`, `source` and `time` in it.
        Json = "json",
        /// The same, flat, as an HTML form sends it.
        Form = "form",
    }
}

words! {
    /// Where the survey appears.
    pub enum Display {
        /// Where its tag stands.
        Inline = "inline",
        /// Over the page, which stays usable.
        Popover = "popover",
        /// Over the page, which waits until it is closed.
        Modal = "modal",
        /// Behind a handle at the edge of the window, opened by the visitor.
        Tab = "tab",
        /// Across the window at its upper or lower edge.
        Bar = "bar",
    }
}

words! {
    /// The corner or edge of an overlay, in reading direction.
    pub enum Position {
        /// Below, at the end of a line.
        BottomEnd = "bottom-end",
        /// Below, at the start of a line.
        BottomStart = "bottom-start",
        /// Below, in the middle.
        Bottom = "bottom",
        /// Above, at the end of a line.
        TopEnd = "top-end",
        /// Above, at the start of a line.
        TopStart = "top-start",
        /// Above, in the middle.
        Top = "top",
        /// In the middle of the window.
        Center = "center",
    }
}

words! {
    /// Light or dark colours.
    pub enum Theme {
        /// As the visitor's system says.
        Auto = "auto",
        /// Always light.
        Light = "light",
        /// Always dark.
        Dark = "dark",
    }
}

words! {
    /// Whether the visitor must have agreed before anything is shown, stored or sent.
    pub enum Consent {
        /// No consent is needed.
        NotRequired = "not-required",
        /// Nothing happens until `meetpunt('consent', true)`.
        Required = "required",
    }
}
