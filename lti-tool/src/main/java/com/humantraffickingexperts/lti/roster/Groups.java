package com.humantraffickingexperts.lti.roster;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.humantraffickingexperts.lti.launch.ContextId;
import com.humantraffickingexperts.lti.launch.claims.GroupsService;
import com.humantraffickingexperts.lti.platform.NextPage;
import com.humantraffickingexperts.lti.platform.PlatformAnswer;
import com.humantraffickingexperts.lti.platform.PlatformCalls;
import com.humantraffickingexperts.lti.platform.PlatformRequest;
import com.humantraffickingexperts.lti.platform.ServiceAccess;
import com.humantraffickingexperts.lti.registration.Origin;
import com.humantraffickingexperts.lti.registration.Registration;

/**
 * Reads the groups of a context, page by page: the Course Groups Service 1.0. Its token
 * is asked for alone, because a platform that does not grant its scope would refuse the
 * other services with it.
 */
@Component
class Groups {

	static final String MEDIA_TYPE = "application/vnd.ims.lti-gs.v1.contextgroupcontainer+json";

	static final String SETS_MEDIA_TYPE = "application/vnd.ims.lti-gs.v1.contextgroupsetcontainer+json";

	static final int MOST_GROUPS = 2_000;

	private static final int MOST_PAGES = 100;

	private static final Duration DEADLINE = Duration.ofMinutes(1);

	private static final JsonMapper JSON = JsonMapper.shared();

	private final PlatformCalls calls;

	private final Clock clock;

	Groups(PlatformCalls calls, Clock clock) {
		this.calls = calls;
		this.clock = clock;
	}

	/**
	 * Reads the groups of a context.
	 * @param registration through which it is known
	 * @param roster the context
	 * @param service where its groups are told
	 * @return the groups; empty when they could not be read
	 */
	Optional<List<CourseGroup>> read(Registration registration, Roster roster, GroupsService service) {
		ServiceAccess access = new ServiceAccess(registration, roster.deploymentId(), Set.of(GroupsService.SCOPE));
		return list(access, service.groups(), MEDIA_TYPE, "groups").map((groups) -> {
			Map<String, String> sets = new HashMap<>();
			boolean several = groups.stream().anyMatch((group) -> Listed.id(group.path("set_id")) != null);
			if (several && service.sets() != null) {
				// Without the names of the sets the groups are still told apart by their
				// own.
				list(access, service.sets(), SETS_MEDIA_TYPE, "sets").orElse(List.of()).forEach((set) -> {
					String id = Listed.id(set.path("id"));
					String name = Listed.text(set.path("name"));
					if (id != null && name != null) {
						sets.put(id, name);
					}
				});
			}
			return named(roster.context(), groups, sets);
		});
	}

	private static List<CourseGroup> named(ContextId context, List<JsonNode> groups, Map<String, String> sets) {
		Map<String, CourseGroup> named = new HashMap<>();
		for (JsonNode group : groups) {
			String id = Listed.id(group.path("id"));
			String name = Listed.text(group.path("name"));
			if (id != null && name != null && named.size() < MOST_GROUPS) {
				String ours = CourseGroup.id(context, id);
				String set = Listed.id(group.path("set_id"));
				named.put(ours, new CourseGroup(ours, name, (set == null) ? null : sets.get(set)));
			}
		}
		return List.copyOf(named.values());
	}

	private Optional<List<JsonNode>> list(ServiceAccess access, URI first, String mediaType, String member) {
		Instant deadline = this.clock.instant().plus(DEADLINE);
		List<JsonNode> all = new ArrayList<>();
		Set<URI> seen = new HashSet<>();
		URI page = first;
		while (page != null && seen.add(page)) {
			boolean own = Objects.equals(Origin.of(first), Origin.of(page));
			if (!own || seen.size() > MOST_PAGES || this.clock.instant().isAfter(deadline)) {
				return Optional.empty();
			}
			if (!(this.calls.send(PlatformRequest.get(access, Set.of(GroupsService.SCOPE), page,
					mediaType)) instanceof PlatformAnswer answered) || answered.answer().status() != 200) {
				return Optional.empty();
			}
			JsonNode listed = read(answered.answer().body(), member);
			if (listed == null) {
				return Optional.empty();
			}
			listed.forEach(all::add);
			switch (listed.isEmpty() ? new NextPage.None() : NextPage.after(answered.answer(), page)) {
				case NextPage.None none -> page = null;
				case NextPage.At next -> page = next.address();
				case NextPage.Unreadable unreadable -> {
					return Optional.empty();
				}
			}
		}
		return Optional.of(all);
	}

	private static @Nullable JsonNode read(byte[] body, String member) {
		try {
			JsonNode list = JSON.readTree(body).path(member);
			return list.isArray() ? list : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
