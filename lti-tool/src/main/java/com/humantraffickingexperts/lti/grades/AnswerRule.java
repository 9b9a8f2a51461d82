package com.humantraffickingexperts.lti.grades;

import java.util.Locale;
import java.util.function.Predicate;

import com.humantraffickingexperts.lti.network.OutboundAnswer;

/**
 * One line of the table by which answers to a score are understood.
 *
 * @param status the HTTP status
 * @param body what the body has to be
 * @param verdict what it means
 */
record AnswerRule(int status, Predicate<String> body, Verdict verdict) {

	static AnswerRule any(int status, Verdict verdict) {
		return new AnswerRule(status, (body) -> true, verdict);
	}

	static AnswerRule saying(int status, String text, Verdict verdict) {
		String lower = text.toLowerCase(Locale.ROOT);
		return new AnswerRule(status, (body) -> body.toLowerCase(Locale.ROOT).contains(lower), verdict);
	}

	static AnswerRule emptyList(int status, Verdict verdict) {
		return new AnswerRule(status, (body) -> "[]".equals(body.strip()), verdict);
	}

	boolean fits(OutboundAnswer answer) {
		return answer.status() == this.status && this.body.test(answer.text());
	}

}
