package com.humantraffickingexperts.lti.grades;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.database.SharedTime;
import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.platform.NextPage;
import com.humantraffickingexperts.lti.platform.PlatformAnswer;
import com.humantraffickingexperts.lti.platform.PlatformCalls;
import com.humantraffickingexperts.lti.platform.PlatformOutcome;
import com.humantraffickingexperts.lti.platform.PlatformRefused;
import com.humantraffickingexperts.lti.platform.PlatformRequest;
import com.humantraffickingexperts.lti.platform.PlatformUnavailable;
import com.humantraffickingexperts.lti.platform.ServiceAccess;

/**
 * Finds the line item of a resource link, or creates it: the launch's own; else the one
 * in the container that belongs to the link; else a new one, if the platform lets us.
 */
@Component
class LineItems {

	private static final int MOST_PAGES = 20;

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Verdict UNREADABLE = Verdict.Later.because(DeliveryReason.ANSWER_UNREADABLE);

	private static final Verdict NO_COLUMN = new Verdict.Never(DeliveryReason.NO_COLUMN);

	private final PlatformCalls calls;

	private final JdbcLineItems stored;

	private final GradesSettings settings;

	private final SharedTime time;

	LineItems(PlatformCalls calls, JdbcLineItems stored, GradesSettings settings, SharedTime time) {
		this.calls = calls;
		this.stored = stored;
		this.settings = settings;
		this.time = time;
	}

	/** The column for a score. */
	Column of(ServiceAccess access, OwedScore score) {
		Gradebook gradebook = score.gradebook();
		if (gradebook.lineItem() != null) {
			return new Column.Found(gradebook.lineItem());
		}
		Optional<URI> known = this.stored.find(gradebook.link());
		return known.<Column>map(Column.Found::new).orElseGet(() -> lookedFor(access, score));
	}

	/**
	 * Another column, after one turned out to be gone. None is created: somebody deleted
	 * that column on purpose.
	 */
	Optional<URI> insteadOf(URI gone, ServiceAccess access, OwedScore score) {
		Gradebook gradebook = score.gradebook();
		this.stored.forget(gradebook.link(), gone);
		if (gradebook.lineItems() == null || !offers(gradebook, AgsScope.READ_LINE_ITEMS)) {
			return Optional.empty();
		}
		return (search(access, gradebook, gradebook.lineItems()) instanceof Search.Hit hit && !hit.id().equals(gone))
				? Optional.of(hit.id()) : Optional.empty();
	}

	private Column lookedFor(ServiceAccess access, OwedScore score) {
		Gradebook gradebook = score.gradebook();
		URI container = gradebook.lineItems();
		if (container == null || !offers(gradebook, AgsScope.READ_LINE_ITEMS)) {
			return new Column.Missing(NO_COLUMN);
		}
		Claim claim = Claim.of(this.time.instant(), this.settings.lease());
		if (!this.stored.claim(gradebook, claim)) {
			return this.stored.find(gradebook.link()).<Column>map(Column.Found::new).orElseGet(Column.Busy::new);
		}
		try {
			Column column = switch (search(access, gradebook, container)) {
				case Search.Hit hit -> new Column.Found(hit.id());
				case Search.Nothing nothing -> created(access, score, container);
				case Search.Failure failure -> new Column.Missing(failure.verdict());
			};
			if (column instanceof Column.Found found) {
				this.stored.found(gradebook.link(), claim, found.lineItem(), this.time.instant());
			}
			return column;
		}
		finally {
			this.stored.release(gradebook.link(), claim);
		}
	}

	/**
	 * Asks with a filter, and filters again: some platforms ignore it. The second
	 * question is for platforms that do not keep the resource link of a created column.
	 */
	private Search search(ServiceAccess access, Gradebook gradebook, URI container) {
		Instant deadline = this.time.instant().plus(this.settings.lease().dividedBy(3));
		URI byLink = ServiceAddress.with(container, "resource_link_id", gradebook.platformLink());
		Search search = search(access, byLink, gradebook, deadline);
		if (!(search instanceof Search.Nothing)) {
			return search;
		}
		URI byName = ServiceAddress.with(container, "resource_id", gradebook.link().value());
		return search(access, byName, gradebook, deadline);
	}

	private Search search(ServiceAccess access, URI first, Gradebook gradebook, Instant deadline) {
		List<LineItem> items = new ArrayList<>();
		Set<URI> seen = new HashSet<>();
		URI page = first;
		while (page != null) {
			// What was not read may hold the column; a second one must not be created.
			if (!seen.add(page) || seen.size() > MOST_PAGES || this.time.instant().isAfter(deadline)) {
				return new Search.Failure(UNREADABLE);
			}
			PlatformOutcome outcome = this.calls
				.send(PlatformRequest.get(access, AgsScope.READ_LINE_ITEMS, page, MediaType.LINE_ITEM_CONTAINER));
			if (!(outcome instanceof PlatformAnswer answered)) {
				return new Search.Failure(failure(outcome));
			}
			if (!read(answered.answer(), items)) {
				return new Search.Failure(UNREADABLE);
			}
			switch (NextPage.after(answered.answer(), page)) {
				case NextPage.None none -> page = null;
				case NextPage.At next -> page = next.address();
				case NextPage.Unreadable unreadable -> {
					return new Search.Failure(UNREADABLE);
				}
			}
		}
		return chosen(items, gradebook);
	}

	private static boolean read(OutboundAnswer answer, List<LineItem> items) {
		try {
			JsonNode json = JSON.readTree(answer.body());
			if (!json.isArray()) {
				return false;
			}
			for (JsonNode member : json) {
				LineItem item = LineItem.of(member);
				if (item != null) {
					items.add(item);
				}
			}
			return true;
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	/**
	 * A column that we created for this link comes first. Of several that belong to the
	 * link the first one counts: in Canvas that is the assignment's.
	 */
	private static Search chosen(List<LineItem> items, Gradebook gradebook) {
		return items.stream()
			.filter((item) -> item.createdFor(gradebook.link()))
			.findFirst()
			.or(() -> items.stream().filter((item) -> item.belongsTo(gradebook.platformLink())).findFirst())
			.<Search>map((item) -> new Search.Hit(item.id()))
			.orElseGet(Search.Nothing::new);
	}

	private Column created(ServiceAccess access, OwedScore score, URI container) {
		Gradebook gradebook = score.gradebook();
		if (!offers(gradebook, Set.of(AgsScope.LINE_ITEM))) {
			return new Column.Missing(NO_COLUMN);
		}
		byte[] body = LineItem.creation(gradebook, score.module(), score.points().maximum());
		PlatformOutcome outcome = this.calls
			.send(PlatformRequest.post(access, Set.of(AgsScope.LINE_ITEM), container, MediaType.LINE_ITEM, body));
		if (!(outcome instanceof PlatformAnswer answered)) {
			return new Column.Missing(failure(outcome));
		}
		LineItem item = created(answered.answer());
		boolean usable = item != null && access.registration().servesAt(item.id());
		// The next attempt searches first, so the column is found if it was created.
		return (item != null && usable) ? new Column.Found(item.id()) : new Column.Missing(UNREADABLE);
	}

	private static @Nullable LineItem created(OutboundAnswer answer) {
		try {
			return LineItem.of(JSON.readTree(answer.body()));
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static Verdict failure(PlatformOutcome outcome) {
		return switch (outcome) {
			case PlatformUnavailable unavailable -> ScoreAnswers.later(unavailable);
			case PlatformRefused refused -> refusal(refused);
			case PlatformAnswer answered -> UNREADABLE;
		};
	}

	/**
	 * A conflict means that another node was faster; the next search finds its column.
	 */
	private static Verdict refusal(PlatformRefused refused) {
		OutboundAnswer answer = refused.answer();
		if (answer == null) {
			return ScoreAnswers.withoutAnswer(refused.kind());
		}
		return (answer.status() == 409) ? Verdict.Later.because(DeliveryReason.ANSWER_UNREADABLE) : NO_COLUMN;
	}

	private static boolean offers(Gradebook gradebook, Set<String> scopes) {
		return scopes.stream().anyMatch(gradebook.scopes()::contains);
	}

	/** What a search brought. */
	private sealed interface Search {

		record Hit(URI id) implements Search {
		}

		record Nothing() implements Search {
		}

		record Failure(Verdict verdict) implements Search {
		}

	}

}
