// What draws diagrams writes styles as attributes, which the content security policy of the pages refuses; it lets scripts
// style elements one by one. Comes before the script that draws.
(() => {
  const setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function (name, value) {
    if (name === "style") {
      this.style.cssText = value;
    } else {
      setAttribute.call(this, name, value);
    }
  };
})();
