// What the page around a tool does for it: resizes its frame, keeps data for it, and goes
// back when the tool asks to be closed.
(function () {
  var frame = document.getElementById('tool');
  var origin = frame.dataset.toolOrigin || new URL(frame.src).origin;

  function resize(message) {
    var height = Number(message.height);
    if (height > 0 && height <= 10000) {
      frame.style.height = Math.ceil(height) + 'px';
    }
  }

  window.addEventListener('message', function (event) {
    if (event.source !== frame.contentWindow && event.origin !== origin) {
      return;
    }
    if (event.origin !== origin) {
      return;
    }
    var message = read(event.data);
    if (!message || typeof message.subject !== 'string') {
      return;
    }
    switch (message.subject) {
      case 'lti.frameResize':
      case 'org.imsglobal.lti.frameResize':
        resize(message);
        break;
      case 'lti.close':
      case 'org.imsglobal.lti.close':
        window.location.assign(frame.dataset.registration || window.location.pathname.replace(/\/(links|add).*$/, ''));
        break;
      default:
        if (frame.dataset.storage === 'true') {
          answerStorage(event, origin, frame.dataset.storageFrame);
        }
    }
  });
})();
