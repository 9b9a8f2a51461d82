// Answers storage messages in a frame of its own, for the tool in the frame beside it.
window.addEventListener('message', function (event) {
  answerStorage(event, document.body.dataset);
});
