package com.humantraffickingexperts.lti.grades;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import com.humantraffickingexperts.lti.launch.RememberedLinks;
import com.humantraffickingexperts.lti.learning.AttemptRegraded;

/**
 * Owes what was corrected upwards, in the transaction of the correction. The launch may
 * be forgotten: the gradebook is that of the activity, as it was last told by a launch,
 * or that of a score that was owed there before.
 */
@Component
class RegradedScores {

	private static final Logger logger = LoggerFactory.getLogger(RegradedScores.class);

	private static final int LONGEST_NOTE = 500;

	private final RememberedLinks links;

	private final JdbcScores scores;

	private final ScoreOutbox outbox;

	RegradedScores(RememberedLinks links, JdbcScores scores, ScoreOutbox outbox) {
		this.links = links;
		this.scores = scores;
		this.outbox = outbox;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(AttemptRegraded event) {
		if (event.learner().anonymous()) {
			return;
		}
		Gradebook gradebook = this.links.find(event.link(), event.learner().id())
			.map((link) -> Gradebook.of(link, event.module()))
			.or(() -> this.scores.gradebook(event.link()))
			.orElse(null);
		if (gradebook == null) {
			logger.info("The better result of attempt {} has no gradebook to go to", event.attempt());
			return;
		}
		String note = event.reason();
		this.outbox.owe(gradebook,
				new Earned(event.attempt(), event.learner(), event.module(), event.moduleVersion(), event.points(),
						event.at()),
				ScoreEvent.Kind.REGRADED,
				(note.length() > LONGEST_NOTE) ? note.substring(0, LONGEST_NOTE - 1) + "\u2026" : note);
	}

}
