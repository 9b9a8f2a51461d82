package com.humantraffickingexperts.lti.launch;

import java.util.Optional;

import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.people.UserId;

/** {@link RememberedLinks} from what is stored. */
@Component
class StoredLinks implements RememberedLinks {

	private final JdbcPlaces places;

	private final JdbcLaunches launches;

	StoredLinks(JdbcPlaces places, JdbcLaunches launches) {
		this.places = places;
		this.launches = launches;
	}

	/** Activities that nobody opened since they are remembered have launches at most. */
	@Override
	public Optional<RememberedLink> find(ResourceLinkId link, UserId learner) {
		return this.places.find(link).or(() -> this.launches.newestGradebook(link, learner));
	}

}
