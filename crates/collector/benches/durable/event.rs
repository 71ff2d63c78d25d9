//! Events to post.

/// An answer as the widget posts it, with a comment and labels. `SUBMISSION` stands for its id.
const EVENT: &str = r#"{"specversion":"1.0","id":"SUBMISSION/1","source":"https://shop.example/","type":"meetpunt.response.v1","subject":"nps-order-confirmation","time":"2026-11-21T17:15:20.123Z","datacontenttype":"application/json","data":{"submission":"SUBMISSION","sequence":1,"state":"completed","test":false,"survey":"nps-order-confirmation","metric":"nps","scale":{"min":0,"max":10},"layer":"strategic","series":"9f3c2a10","score":9,"class":"promoter","normalised":90.0,"na":false,"more":[],"alert":null,"comment":"Fast delivery, mail [email]","redactions":{"email":1},"reasons":["delivery"],"contact":null,"touchpoint":"order-confirmation","phase":"purchase","lifecycle":null,"wave":null,"segment":null,"persona":null,"channel":"web","occasion":null,"employee":null,"respondent":null,"context":{"order-band":"50-100"},"locale":"nl","look":"numbers","direction":"ltr","display":"popover","trigger":"delay","device":"phone","page":"/order/thanks","shown":"2026-11-21T17:15:02.000Z","answered":"2026-11-21T17:15:11.000Z","sampleRate":0.25,"gpc":false,"widget":"0.1.0"}}"#;

/// The answer of a number, from 0 on, below 2⁴⁸.
pub fn usual(number: u64) -> String {
    EVENT.replace("SUBMISSION", &format!("0193a2c4-7d1e-7c3a-9b52-{number:012x}"))
}

/// The least that an answer must say, of another submission than any usual one.
pub fn short(number: u64) -> String {
    let submission = format!("0193a2c4-7d1e-7c3a-8b52-{number:012x}");
    format!(
        r#"{{"specversion":"1.0","id":"{submission}/1","source":"https://shop.example/","type":"meetpunt.response.v1","time":"2026-11-21T17:15:20.123Z","data":{{"submission":"{submission}","sequence":1,"state":"completed","survey":"nps","metric":"nps","scale":{{"min":0,"max":10}},"score":9,"class":"promoter","normalised":90.0}}}}"#
    )
}
