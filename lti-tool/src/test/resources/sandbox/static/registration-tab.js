// Brightspace opens a tool's registration in a new tab, by its documentation so that cookies are no trouble there. When the
// tool says that it has finished, the tab is closed and the list of tools is fetched anew.
window.addEventListener('message', function (event) {
  if (event.data && event.data.subject === 'org.imsglobal.lti.close') {
    event.source.close();
    window.location.reload();
  }
});
