// The analyst's workbench: turns a selected span of an answer into a passage without typing its positions.
(() => {
  "use strict";
})();
