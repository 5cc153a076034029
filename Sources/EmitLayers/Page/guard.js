"use strict";

// All that Leaflet writes as markup in this page: the signs on its two buttons and the length of its
// scale. Where browsers have trusted types, they refuse all other markup.
const LEAFLET_MARKUP = /^(\+|&#x2212;|\d+ k?m)?$/;
document.documentElement.dataset.faults = 0;

/** Counts what goes wrong where tests find it. */
function noteFault() {
  document.documentElement.dataset.faults = Number(document.documentElement.dataset.faults) + 1;
}

window.addEventListener("error", noteFault);
document.addEventListener("securitypolicyviolation", noteFault);
if (window.trustedTypes) {
  window.trustedTypes.createPolicy("default", { createHTML: (text) => (LEAFLET_MARKUP.test(text) ? text : null) });
}
