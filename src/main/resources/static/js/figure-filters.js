// Whoever enters a day means that day: the choice of a period before it does not count any more.
(function () {
  'use strict';

  const period = document.getElementById('period');

  ['from', 'to'].forEach(function (day) {
    document.getElementById(day).addEventListener('input', function () {
      period.value = 'from-to';
    });
  });
})();
