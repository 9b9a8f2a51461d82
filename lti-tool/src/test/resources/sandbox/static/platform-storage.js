// LTI Client Side postMessages and Platform Storage (1EdTech lti-cs-pm and lti-cs-oidc):
// values are kept per origin, in the memory of this page.
var kept = new Map();

function read(data) {
  if (typeof data === 'string') {
    try {
      return JSON.parse(data);
    } catch (ignored) {
      return null;
    }
  }
  return data !== null && typeof data === 'object' ? data : null;
}

function answerStorage(event, toolOrigin, frame) {
  var message = read(event.data);
  if (event.origin !== toolOrigin || !message || typeof message.subject !== 'string') {
    return false;
  }
  var reply = { subject: message.subject + '.response', message_id: message.message_id };
  var subject = message.subject.replace(/^org\.imsglobal\./, '');
  if (subject === 'lti.capabilities') {
    reply.supported_messages = [
      { subject: 'lti.capabilities' },
      { subject: 'lti.frameResize' },
      { subject: 'lti.close' },
      { subject: 'lti.put_data', frame: frame },
      { subject: 'lti.get_data', frame: frame }
    ];
  } else if (subject === 'lti.put_data' || subject === 'lti.get_data') {
    answerData(subject, message, reply, event.origin);
  } else {
    return false;
  }
  event.source.postMessage(reply, event.origin);
  return true;
}

function answerData(subject, message, reply, origin) {
  if (!message.message_id || !message.key) {
    reply.error = { code: 'bad_request', message: 'key and message_id are needed' };
    return;
  }
  var values = kept.get(origin) || new Map();
  kept.set(origin, values);
  reply.key = message.key;
  if (subject === 'lti.get_data') {
    reply.value = values.has(message.key) ? values.get(message.key) : null;
  } else if (message.value === null || message.value === undefined || message.value === '') {
    values.delete(message.key);
  } else if (String(message.key).length + String(message.value).length > 4096 || values.size >= 500) {
    reply.error = { code: 'storage_exhaustion', message: 'There is no room left' };
  } else {
    values.set(message.key, message.value);
    reply.value = message.value;
  }
}
