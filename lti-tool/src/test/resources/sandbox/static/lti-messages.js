// What the page around a tool does for it: resizes its frame, keeps data for it, and goes
// back when the tool asks to be closed. Messages from other origins are not read.
(function () {
  var frame = document.getElementById('tool');
  var origin = frame.dataset.toolOrigin || new URL(frame.src).origin;
  var manners = frame.dataset.manners;

  function resize(event, message) {
    if (manners === 'BRIGHTSPACE' && typeof event.data !== 'string') {
      return;
    }
    var height = Number(message.height);
    if (height > 0 && height <= 10000) {
      frame.style.height = Math.ceil(manners === 'CANVAS' ? Math.max(450, height) : height) + 'px';
    }
    if (message.message_id) {
      event.source.postMessage({ subject: message.subject + '.response', message_id: message.message_id }, event.origin);
    }
  }

  window.addEventListener('message', function (event) {
    if (event.origin !== origin) {
      return;
    }
    var message = readMessage(event.data);
    if (!message || typeof message.subject !== 'string') {
      return;
    }
    switch (message.subject) {
      case 'lti.frameResize':
      case 'org.imsglobal.lti.frameResize':
        resize(event, message);
        break;
      case 'lti.close':
      case 'org.imsglobal.lti.close':
        window.location.assign(frame.dataset.registration || window.location.pathname.replace(/\/(links|add).*$/, ''));
        break;
      default:
        if (frame.dataset.storage === 'true') {
          answerStorage(event, frame.dataset);
        }
    }
  });
})();
