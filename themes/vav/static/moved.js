// An address that a page had before, with a place on it (#…): leads to that place where the page is now. The page leads on
// by itself without this, but from a folder nobody else knows the place: it is no part of what is asked for.
'use strict'
;(() => {
  const { to, places } = document.currentScript.dataset
  const place = location.hash.slice(1)
  if (!place) return
  const words = places.split(' ')
  const known = words.findIndex((word, i) => i % 2 === 0 && word === place)
  // What leads on at once, further down in the page, must not come in between.
  window.stop()
  location.replace(known < 0 ? to.replace(/#.*/, '') + location.hash : words[known + 1])
})()
