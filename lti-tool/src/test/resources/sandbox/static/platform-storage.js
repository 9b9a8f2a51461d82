// LTI Client Side postMessages and Platform Storage (1EdTech lti-cs-pm and lti-cs-oidc):
// values are kept per origin, in the memory of this page.
// https://www.imsglobal.org/spec/lti-cs-pm/v0p1  https://www.imsglobal.org/spec/lti-cs-oidc/v0p1
var kept = new Map();

function readMessage(data) {
  if (typeof data === 'string') {
    try {
      return JSON.parse(data);
    } catch (ignored) {
      return null;
    }
  }
  return data !== null && typeof data === 'object' ? data : null;
}

// about: the data attributes of the page: the tool's origin, the name of the frame that
// answers, and the platform's manners.
function answerStorage(event, about) {
  var message = readMessage(event.data);
  if (event.origin !== about.toolOrigin || !message || typeof message.subject !== 'string') {
    return false;
  }
  var brightspace = about.manners === 'BRIGHTSPACE';
  if (brightspace && (typeof event.data === 'string' || !message.subject.startsWith('org.imsglobal.'))) {
    return false;
  }
  var prefix = brightspace ? 'org.imsglobal.' : '';
  var reply = { subject: message.subject + '.response', message_id: message.message_id };
  var subject = message.subject.replace(/^org\.imsglobal\./, '');
  if (subject === 'lti.capabilities') {
    reply.supported_messages = [
      { subject: prefix + 'lti.capabilities' },
      { subject: 'lti.frameResize' },
      { subject: 'lti.close' },
      inFrame({ subject: prefix + 'lti.put_data' }, about),
      inFrame({ subject: prefix + 'lti.get_data' }, about)
    ];
  } else if (subject === 'lti.put_data' || subject === 'lti.get_data') {
    answerData(subject, message, reply, event.origin, about);
  } else {
    return false;
  }
  event.source.postMessage(reply, event.origin);
  return true;
}

function inFrame(entry, about) {
  if (about.manners !== 'BRIGHTSPACE') {
    entry.frame = about.storageFrame;
  }
  return entry;
}

function answerData(subject, message, reply, origin, about) {
  if (!message.message_id || !message.key) {
    reply.error = { code: 'bad_request', message: 'key and message_id are needed' };
    return;
  }
  var values = kept.get(origin) || new Map();
  kept.set(origin, values);
  reply.key = message.key;
  if (subject === 'lti.get_data') {
    answerValue(values, message, reply, about);
  } else if (message.value === null || message.value === undefined || message.value === '') {
    values.delete(message.key);
  } else if (String(message.key).length + String(message.value).length > 4096 || values.size >= 500) {
    reply.error = { code: 'storage_exhaustion', message: 'There is no room left' };
  } else {
    values.set(message.key, message.value);
    reply.value = message.value;
  }
}

function answerValue(values, message, reply, about) {
  if (values.has(message.key)) {
    reply.value = values.get(message.key);
  } else if (about.manners === 'SAKAI') {
    reply.error = 'Could not find key';
  } else if (about.manners === 'BRIGHTSPACE') {
    reply.error = { code: 'key_not_found' };
  } else {
    reply.value = null;
  }
}
