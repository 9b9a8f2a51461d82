package com.humantraffickingexperts.lti.grades;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.platform.PlatformAnswer;
import com.humantraffickingexperts.lti.platform.PlatformOutcome;
import com.humantraffickingexperts.lti.platform.PlatformRefused;
import com.humantraffickingexperts.lti.platform.PlatformUnavailable;

/** What the answers to a score mean. */
final class ScoreAnswers {

	/**
	 * What the statuses mean by themselves. Moodle answers 401 where others answer 403;
	 * the token was renewed before this is looked at.
	 */
	private static final List<AnswerRule> STANDARD = List.of(
			AnswerRule.any(401, new Verdict.Never(DeliveryReason.NOT_ALLOWED)),
			AnswerRule.any(403, new Verdict.Never(DeliveryReason.NOT_ALLOWED)),
			AnswerRule.any(404, new Verdict.Never(DeliveryReason.COLUMN_GONE)), AnswerRule.any(409, Verdict.NOT_NEWER),
			AnswerRule.any(410, new Verdict.Never(DeliveryReason.COLUMN_GONE)), AnswerRule.any(412, Verdict.NOT_NEWER));

	private static final Verdict NOT_ACCEPTED = new Verdict.Never(DeliveryReason.NOT_ACCEPTED);

	/**
	 * Any 2xx means that the score was stored; except an empty list, with which Moodle
	 * refuses a score when PHP does not let it set the status.
	 */
	private static final AnswerRule REFUSED_WITH_SUCCESS = AnswerRule.emptyList(200, NOT_ACCEPTED);

	private ScoreAnswers() {
	}

	static Verdict verdict(PlatformOutcome outcome, ScoreDialect dialect) {
		return switch (outcome) {
			case PlatformAnswer answered -> first(dialect.rules(), answered.answer())
				.orElseGet(() -> REFUSED_WITH_SUCCESS.fits(answered.answer()) ? NOT_ACCEPTED : Verdict.DELIVERED);
			case PlatformUnavailable unavailable -> unavailable(unavailable, dialect);
			case PlatformRefused refused -> refused(refused, dialect);
		};
	}

	/** The status of the platform's answer, or null when none came. */
	static @Nullable Integer status(PlatformOutcome outcome) {
		OutboundAnswer answer = answer(outcome);
		return (answer == null) ? null : answer.status();
	}

	/** What an answer is understood by. */
	static JudgedBy judgedBy(PlatformOutcome outcome, ScoreDialect dialect) {
		OutboundAnswer answer = answer(outcome);
		if (answer == null) {
			return JudgedBy.BEFOREHAND;
		}
		return first(dialect.rules(), answer).isPresent() ? JudgedBy.PRODUCT : JudgedBy.STANDARD;
	}

	private static @Nullable OutboundAnswer answer(PlatformOutcome outcome) {
		return switch (outcome) {
			case PlatformAnswer answered -> answered.answer();
			case PlatformUnavailable unavailable -> unavailable.answer();
			case PlatformRefused refused -> refused.answer();
		};
	}

	private static Verdict unavailable(PlatformUnavailable unavailable, ScoreDialect dialect) {
		OutboundAnswer answer = unavailable.answer();
		Optional<Verdict> own = (answer == null) ? Optional.empty() : first(dialect.rules(), answer);
		return own.orElseGet(() -> later(unavailable));
	}

	static Verdict.Later later(PlatformUnavailable unavailable) {
		DeliveryReason reason = switch (unavailable.kind()) {
			case UNREACHABLE, TIMEOUT -> DeliveryReason.PLATFORM_UNREACHABLE;
			case THROTTLED -> DeliveryReason.PLATFORM_BUSY;
			case FAILED -> DeliveryReason.PLATFORM_FAILED;
			case UNREADABLE -> DeliveryReason.ANSWER_UNREADABLE;
		};
		return new Verdict.Later(reason, unavailable.retryAfter(), unavailable.perhapsDone());
	}

	private static Verdict refused(PlatformRefused refused, ScoreDialect dialect) {
		OutboundAnswer answer = refused.answer();
		if (answer == null) {
			return withoutAnswer(refused.kind());
		}
		return first(dialect.rules(), answer).or(() -> first(STANDARD, answer)).orElse(NOT_ACCEPTED);
	}

	/**
	 * A token is refused for reasons that pass, such as a tool that an administrator has
	 * yet to activate; so that is tried again.
	 */
	static Verdict withoutAnswer(PlatformRefused.Kind kind) {
		return switch (kind) {
			case REGISTRATION_DISABLED -> Verdict.Later.because(DeliveryReason.PLATFORM_DISABLED);
			case ADDRESS_NOT_TRUSTED -> new Verdict.Never(DeliveryReason.ADDRESS_NOT_TRUSTED);
			case SCOPE_NOT_GRANTED -> new Verdict.Never(DeliveryReason.NOT_ALLOWED);
			case TOKEN_REFUSED -> Verdict.Later.because(DeliveryReason.TOOL_NOT_RECOGNISED);
			case ANSWERED -> NOT_ACCEPTED;
		};
	}

	private static Optional<Verdict> first(List<AnswerRule> rules, OutboundAnswer answer) {
		return rules.stream().filter((rule) -> rule.fits(answer)).map(AnswerRule::verdict).findFirst();
	}

}
