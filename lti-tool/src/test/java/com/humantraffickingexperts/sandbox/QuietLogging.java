package com.humantraffickingexperts.sandbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

import org.springframework.boot.logging.LoggingSystem;

/**
 * Keeps logging to warnings where nobody has set it up. Without that, it would tell
 * everything.
 */
final class QuietLogging {

	private QuietLogging() {
	}

	static void unlessConfigured() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
				&& context.getObject(LoggingSystem.class.getName()) == null) {
			context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
		}
	}

}
