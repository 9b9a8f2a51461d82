package com.humantraffickingexperts.lti.roster;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.network.OutboundAnswer;
import com.humantraffickingexperts.lti.platform.NextPage;
import com.humantraffickingexperts.lti.platform.PlatformAnswer;
import com.humantraffickingexperts.lti.platform.PlatformCalls;
import com.humantraffickingexperts.lti.platform.PlatformOutcome;
import com.humantraffickingexperts.lti.platform.PlatformRefused;
import com.humantraffickingexperts.lti.platform.PlatformRequest;
import com.humantraffickingexperts.lti.platform.PlatformUnavailable;
import com.humantraffickingexperts.lti.platform.ServiceAccess;
import com.humantraffickingexperts.lti.registration.Origin;
import com.humantraffickingexperts.lti.registration.PlatformFamily;

/**
 * Reads the members of a context, page by page:
 * <a href= "https://www.imsglobal.org/spec/lti-nrps/v2p0#context-membership-service">NRPS
 * 2.0, context membership service</a>. A list that was not read to its end counts as not
 * read.
 */
@Component
class Memberships {

	/** The one scope that the service needs. */
	static final String SCOPE = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

	/** Moodle compares this as text: no parameter, no list, no wildcard. */
	static final String MEDIA_TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

	static final int MOST_MEMBERS = 50_000;

	static final Duration DEADLINE = Duration.ofMinutes(3);

	/** Canvas has no more than 50 people on a page. */
	private static final int MOST_PAGES = 1_000;

	/** For lists that do not fit into one answer. */
	private static final int SHORT_PAGE = 500;

	private static final Set<RosterProblem> NOT_UNDERSTOOD = Set.of(RosterProblem.REFUSED, RosterProblem.UNREADABLE,
			RosterProblem.FAILED);

	private final PlatformCalls calls;

	private final Clock clock;

	Memberships(PlatformCalls calls, Clock clock) {
		this.calls = calls;
		this.clock = clock;
	}

	/**
	 * Reads everybody. Asks for exactly the address of the launch first, and for shorter
	 * pages only where the whole list does not fit into an answer.
	 * @param access in whose name
	 * @param memberships the address that the launch named
	 * @param family the platform's product
	 * @return everybody, or why not
	 */
	Reading read(ServiceAccess access, URI memberships, PlatformFamily family) {
		return everybody(access, memberships, family, MembershipsAddress.EVERYBODY);
	}

	/**
	 * Reads everybody with their groups. Where the platform does not understand that, it
	 * is asked for everybody alone.
	 * @param access in whose name
	 * @param memberships the address that the launch named
	 * @param family the platform's product
	 * @return everybody, or why not
	 */
	Reading readWithGroups(ServiceAccess access, URI memberships, PlatformFamily family) {
		Reading all = everybody(access, memberships, family, MembershipsAddress.WITH_GROUPS);
		return (all instanceof Reading.Failed failed && NOT_UNDERSTOOD.contains(failed.problem()))
				? read(access, memberships, family) : all;
	}

	private Reading everybody(ServiceAccess access, URI memberships, PlatformFamily family, MembershipsAddress asked) {
		Reading whole = read(access, memberships, family, asked);
		return (whole instanceof Reading.Failed failed && failed.problem() == RosterProblem.TOO_LONG)
				? read(access, memberships, family, asked.onPagesOf(SHORT_PAGE)) : whole;
	}

	/**
	 * Reads those that are asked for. A platform may ignore what it is asked, so roles
	 * are compared here again.
	 * @param access in whose name
	 * @param memberships the address that the launch named
	 * @param family the platform's product
	 * @param asked what is asked for
	 * @return the members, or why not
	 */
	Reading read(ServiceAccess access, URI memberships, PlatformFamily family, MembershipsAddress asked) {
		String origin = Origin.of(memberships);
		Instant deadline = this.clock.instant().plus(DEADLINE);
		Map<String, Listed> members = new LinkedHashMap<>();
		Set<URI> seen = new HashSet<>();
		URI page = asked.of(memberships);
		// Sakai and Blackboard can end a list with a link to a page that was read before.
		while (page != null && seen.add(page)) {
			if (!Objects.equals(origin, Origin.of(page))) {
				return Reading.Failed.forGood(RosterProblem.ADDRESS_NOT_TRUSTED);
			}
			if (seen.size() > MOST_PAGES || members.size() > MOST_MEMBERS) {
				return Reading.Failed.forGood(RosterProblem.TOO_LONG);
			}
			if (this.clock.instant().isAfter(deadline)) {
				return new Reading.Failed(RosterProblem.UNREACHABLE, true, null);
			}
			PlatformOutcome outcome = this.calls.send(PlatformRequest.get(access, Set.of(SCOPE), page, MEDIA_TYPE));
			if (!(outcome instanceof PlatformAnswer answered)) {
				return failed(outcome);
			}
			Optional<List<Listed>> listed = (answered.answer().status() == 200)
					? Listed.page(answered.answer().body(), family) : Optional.empty();
			if (listed.isEmpty()) {
				return new Reading.Failed(RosterProblem.UNREADABLE, true, null);
			}
			boolean further = add(listed.get(), members);
			switch (further ? NextPage.after(answered.answer(), page) : new NextPage.None()) {
				case NextPage.None none -> page = null;
				case NextPage.At next -> page = asked.onwards(next.address());
				case NextPage.Unreadable unreadable -> {
					return Reading.Failed.forGood(RosterProblem.UNREADABLE);
				}
			}
		}
		return new Reading.Complete(
				members.values().stream().filter((member) -> hasRole(member, asked.role())).toList());
	}

	/**
	 * Whether the list may go on: a page that names only people who were named before is
	 * behind its end.
	 */
	private static boolean add(List<Listed> listed, Map<String, Listed> members) {
		int before = members.size();
		listed.forEach((member) -> members.merge(member.subject(), member, Listed::and));
		return listed.isEmpty() || members.size() > before;
	}

	private static boolean hasRole(Listed member, @Nullable String role) {
		return role == null
				|| member.roles().stream().anyMatch((sent) -> sent.equals(role) || role.endsWith("#" + sent));
	}

	private static Reading.Failed failed(PlatformOutcome outcome) {
		return switch (outcome) {
			case PlatformUnavailable unavailable -> later(unavailable);
			case PlatformRefused refused -> Reading.Failed.forGood(problem(refused));
			case PlatformAnswer answered -> new Reading.Failed(RosterProblem.UNREADABLE, true, null);
		};
	}

	private static Reading.Failed later(PlatformUnavailable unavailable) {
		RosterProblem problem = switch (unavailable.kind()) {
			case UNREACHABLE, TIMEOUT -> RosterProblem.UNREACHABLE;
			case THROTTLED -> RosterProblem.BUSY;
			case FAILED -> RosterProblem.FAILED;
			// An answer that is not there although the platform gave one was too large.
			case UNREADABLE -> (unavailable.answer() == null) ? RosterProblem.TOO_LONG : RosterProblem.UNREADABLE;
		};
		return new Reading.Failed(problem, problem != RosterProblem.TOO_LONG, unavailable.retryAfter());
	}

	private static RosterProblem problem(PlatformRefused refused) {
		return switch (refused.kind()) {
			case REGISTRATION_DISABLED -> RosterProblem.DISABLED;
			case ADDRESS_NOT_TRUSTED -> RosterProblem.ADDRESS_NOT_TRUSTED;
			case SCOPE_NOT_GRANTED -> RosterProblem.NOT_ALLOWED;
			case TOKEN_REFUSED -> RosterProblem.NOT_RECOGNISED;
			case ANSWERED -> answered(refused.answer());
		};
	}

	private static RosterProblem answered(@Nullable OutboundAnswer answer) {
		boolean forbidden = answer != null && (answer.status() == 401 || answer.status() == 403);
		return forbidden ? RosterProblem.NOT_ALLOWED : RosterProblem.REFUSED;
	}

}
