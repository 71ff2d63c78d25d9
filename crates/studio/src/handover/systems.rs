//! The code for the systems that shops are made with.

use super::Package;
use super::parts::{indented, javascript, php, rust, variant};
use crate::snippet::{joined, survey_tag};
use crate::touchpoint::Touchpoint;

impl Package {
    /// What the script tag has beside `src`: the name and the text.
    fn data(&self) -> (&'static str, &str) {
        if self.needs_site_file() {
            ("data-config", "/meetpunt.json")
        } else {
            ("data-endpoint", self.addresses.endpoint.trim())
        }
    }

    /// The attributes of the element, lists as attributes have them.
    fn attributes(&self) -> Vec<(String, String)> {
        let mut attributes = if self.needs_site_file() {
            vec![("survey".to_owned(), self.id.clone())]
        } else {
            self.pairs.iter().map(|(name, text)| (name.clone(), crate::snippet::listed(text))).collect()
        };
        attributes.extend(self.accent.map(|accent| ("style".to_owned(), format!("--meetpunt-accent: {accent}"))));
        attributes
    }

    /// The element as HTML.
    fn tag(&self) -> String {
        joined(&survey_tag(&self.attributes()))
    }
}

/// A tag of the kind "Custom HTML". Google Tag Manager drops attributes that it does not know, so a script sets them.
pub(super) fn tag_manager(package: &Package) -> String {
    let (name, text) = package.data();
    let set = |(name, text): &(String, String)| {
        format!("    survey.setAttribute({}, {});\n", javascript(name), javascript(text))
    };
    let attributes: String = package.attributes().iter().map(set).collect();
    let script = javascript(package.addresses.script.trim());
    let (name, text) = (javascript(name), javascript(text));
    format!(
        "<script>\n(function () {{\n  function ask() {{\n    var survey = document.createElement('meetpunt-survey');\n{attributes}    \
         (document.querySelector('main') || document.body).appendChild(survey);\n  }}\n\n  var script = document.createElement('script');\n  \
         script.async = true;\n  script.src = {script};\n  script.setAttribute({name}, {text});\n  document.head.appendChild(script);\n  \
         if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ask);\n  else ask();\n}})();\n</script>\n"
    )
}

/// A few lines of PHP, with WooCommerce's own hook for the page.
pub(super) fn wordpress(package: &Package) -> String {
    let hook = match package.touchpoint {
        Touchpoint::Product => "woocommerce_after_single_product_summary",
        Touchpoint::Order => "woocommerce_thankyou",
        Touchpoint::Delivery => "woocommerce_view_order",
    };
    let (name, text) = package.data();
    let script = php(package.addresses.script.trim());
    let (data, tag) = (php(text), php(&package.tag()));
    format!(
        "add_action( 'wp_enqueue_scripts', function () {{\n\twp_enqueue_script( 'meetpunt', {script}, array(), null, array( 'strategy' => 'async' ) );\n}} );\n\n\
         add_filter( 'script_loader_tag', function ( $tag, $handle ) {{\n\tif ( 'meetpunt' !== $handle ) {{\n\t\treturn $tag;\n\t}}\n\t\
         return str_replace( '<script ', '<script {name}=\"' . esc_attr( {data} ) . '\" ', $tag );\n}}, 10, 2 );\n\n\
         add_action( '{hook}', function () {{\n\techo {tag};\n}} );\n"
    )
}

/// A snippet of a theme. Liquid must leave the texts alone.
pub(super) fn shopify(package: &Package) -> String {
    // The one thing that `raw` does not keep is its own end.
    let html = joined(&package.html()).replace("{%", "&#123;%");
    format!("{{% raw %}}\n{html}\n{{% endraw %}}\n")
}

/// Three files of a theme: where it stands, what stands there, and what the security policy lets through.
pub(super) fn magento(package: &Package) -> String {
    let page = match package.touchpoint {
        Touchpoint::Product => "catalog_product_view",
        Touchpoint::Order => "checkout_onepage_success",
        Touchpoint::Delivery => "sales_order_view",
    };
    let host = |address: &str| {
        address.split_once("://").map(|(_, rest)| rest.split('/').next().unwrap_or_default().to_owned())
    };
    let policy = |name: &str, address: &str| {
        let host = host(address)?;
        Some(format!(
            "    <policy id=\"{name}\"><values><value id=\"meetpunt-{name}\" type=\"host\">{host}</value></values></policy>\n"
        ))
    };
    let policies: String = [
        policy("script-src", package.addresses.script.trim()),
        policy("connect-src", package.addresses.script.trim()),
        policy("connect-src", package.addresses.endpoint.trim())
            .map(|line| line.replace("meetpunt-connect-src", "meetpunt-answers")),
    ]
    .into_iter()
    .flatten()
    .collect();
    // What begins with `?` after a bracket would be read as PHP.
    let html = joined(&package.html()).replace("<?", "&lt;?").replace("?>", "?&gt;");
    format!(
        "<!-- Magento_Theme/layout/{page}.xml -->\n<page xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xsi:noNamespaceSchemaLocation=\"urn:magento:framework:View/Layout/etc/page_configuration.xsd\">\n  <body>\n    \
         <referenceContainer name=\"content\">\n      <block class=\"Magento\\Framework\\View\\Element\\Template\" name=\"meetpunt\" \
         template=\"Magento_Theme::meetpunt.phtml\"/>\n    </referenceContainer>\n  </body>\n</page>\n\n\
         <!-- Magento_Theme/templates/meetpunt.phtml -->\n{html}\n\n\
         <!-- etc/csp_whitelist.xml of a module of yours -->\n<csp_whitelist xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         xsi:noNamespaceSchemaLocation=\"urn:magento:module:Magento_Csp:etc/csp_whitelist.xsd\">\n  <policies>\n{policies}  </policies>\n</csp_whitelist>\n"
    )
}

/// A component that loads the script once.
pub(super) fn react(package: &Package) -> String {
    let (name, text) = package.data();
    let attribute = |(name, text): &(String, String)| match name.as_str() {
        "style" => {
            let colour = text.rsplit(": ").next().unwrap_or_default();
            format!("      style={{{{ '--meetpunt-accent': {} }}}}", javascript(colour))
        }
        _ => format!("      {name}={{{}}}", javascript(text)),
    };
    let attributes = package.attributes().iter().map(attribute).collect::<Vec<_>>().join("\n");
    let script = javascript(package.addresses.script.trim());
    let (name, text) = (javascript(name), javascript(text));
    format!(
        "import {{ useEffect }} from 'react';\n\nexport function Survey() {{\n  useEffect(() => {{\n    \
         if (document.getElementById('meetpunt')) return;\n    const script = document.createElement('script');\n    \
         script.id = 'meetpunt';\n    script.async = true;\n    script.src = {script};\n    script.setAttribute({name}, {text});\n    \
         document.head.append(script);\n  }}, []);\n\n  return (\n    <meetpunt-survey\n{attributes}\n    />\n  );\n}}\n"
    )
}

/// The element in a template; Vue must be told that it is no component of its own.
pub(super) fn vue(package: &Package) -> String {
    let (name, text) = package.data();
    let script = javascript(package.addresses.script.trim());
    let (name, text) = (javascript(name), javascript(text));
    let tag = indented(&package.tag().replacen("<meetpunt-survey", "<meetpunt-survey v-pre", 1), "  ");
    format!(
        "<!-- vite.config.js: vue({{ template: {{ compilerOptions: {{ isCustomElement: (tag) => tag === 'meetpunt-survey' }} }} }}) -->\n\
         <script setup>\nimport {{ onMounted }} from 'vue';\n\nonMounted(() => {{\n  if (document.getElementById('meetpunt')) return;\n  \
         const script = document.createElement('script');\n  script.id = 'meetpunt';\n  script.async = true;\n  script.src = {script};\n  \
         script.setAttribute({name}, {text});\n  document.head.append(script);\n}});\n</script>\n\n<template>\n{tag}\n</template>\n"
    )
}

/// The widget as a component of Yew; it needs no script.
pub(super) fn yew(package: &Package) -> String {
    let metric = package.pairs.iter().find(|(name, _)| name == "metric").map_or("nps", |(_, word)| word);
    let set = |(name, text): &(String, String)| {
        format!("        .set({}, {})\n", rust(name), rust(&crate::snippet::listed(text)))
    };
    let others = package.pairs.iter().filter(|(name, _)| name != "metric");
    let settings: String = others.map(set).collect();
    let endpoint = rust(package.addresses.endpoint.trim());
    format!(
        "use meetpunt::{{Metric, Survey, SurveyConfig}};\nuse yew::prelude::*;\n\n#[component]\npub fn Asking() -> Html {{\n    \
         let config = SurveyConfig::new(Metric::{})\n{settings}        .endpoint({endpoint});\n    html! {{ <Survey {{config}} /> }}\n}}\n",
        variant(metric)
    )
}
