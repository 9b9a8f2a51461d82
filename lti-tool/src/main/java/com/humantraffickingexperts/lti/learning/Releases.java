package com.humantraffickingexperts.lti.learning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Page;
import com.humantraffickingexperts.lti.catalog.Pictures;
import com.humantraffickingexperts.lti.catalog.Release;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;

/**
 * Which release of a module somebody sees: the one with which the attempt goes on, or the
 * newest.
 */
@Component
class Releases {

	private static final Logger logger = LoggerFactory.getLogger(Releases.class);

	/** Old releases are few: those that somebody is in the middle of. */
	private static final int MOST_OPENED = 200;

	private static final Pattern PICTURE = Pattern.compile("\"/pictures/([0-9a-f]{64}\\.[a-z]{3,4})\"");

	private final JdbcReleases releases;

	private final JdbcTries tries;

	private final List<Pictures> pictures;

	private final Clock clock;

	private final Map<String, Kept> current = new ConcurrentHashMap<>();

	private final Map<String, CoursePackage> opened = new ConcurrentHashMap<>();

	Releases(JdbcReleases releases, JdbcTries tries, List<Pictures> pictures, Clock clock) {
		this.releases = releases;
		this.tries = tries;
		this.pictures = pictures;
		this.clock = clock;
	}

	/**
	 * The module for a visit. Pins an attempt that is not pinned yet, and moves one to
	 * the newest release when it is time.
	 * @param launch the launch
	 * @param newest the module as the catalogue has it
	 * @param pinned the release of the attempt; empty before it was begun
	 * @return the module of the attempt's release
	 */
	CoursePackage of(CurrentLaunch launch, CoursePackage newest, Optional<Pin> pinned) {
		return pinned.map((pin) -> of(launch, newest, pin)).orElse(newest);
	}

	private CoursePackage of(CurrentLaunch launch, CoursePackage newest, Pin pin) {
		Kept kept = kept(newest);
		String digest = pin.digest();
		if (digest == null) {
			this.releases.move(pin.attempt(), kept.release());
			return newest;
		}
		if (digest.equals(kept.release().digest())) {
			return newest;
		}
		boolean moves = Update.between(pin.version(), newest.version())
			.moves(pin, kept.since(), launch.launchedAt(), this.clock.instant(),
					Duration.ofDays(newest.upkeep().sunsetDays()));
		CoursePackage old = open(digest).orElse(null);
		if (moves || old == null) {
			move(pin, old, kept);
			return newest;
		}
		return old;
	}

	/**
	 * Moves to the newest release because the learner wants it, or notes that they have
	 * seen that they were moved. An open check is finished first, and whoever completed a
	 * module by other rules has completed it.
	 * @param launch the launch
	 * @param link the activity
	 * @param newest the module as the catalogue has it
	 */
	void update(CurrentLaunch launch, CurrentLaunch.Link link, CoursePackage newest) {
		this.releases.pin(launch, link, newest.id()).ifPresent((pin) -> {
			Kept kept = kept(newest);
			String digest = pin.digest();
			if (digest != null && !digest.equals(kept.release().digest()) && pin.openSince() == null
					&& Update.between(pin.version(), newest.version()).mayBeChosen(pin.completed())) {
				move(pin, open(digest).orElse(null), kept);
			}
			this.releases.updatedFrom(pin.attempt(), null);
		});
	}

	/** The versions of a module that were ever played. */
	List<String> versions(String module) {
		return this.releases.versions(module);
	}

	/**
	 * A release that was played.
	 * @param digest its digest; null for an attempt that was never pinned
	 * @return the module, or empty when it cannot be read
	 */
	Optional<CoursePackage> played(@Nullable String digest) {
		return Optional.ofNullable(digest).flatMap(this::open);
	}

	/**
	 * The release in which a try was taken.
	 * @param module the module's id
	 * @param one the try
	 * @param pinned the release with which its attempt goes on, if that is known
	 * @return the module as it was, or empty when it cannot be read
	 */
	Optional<CoursePackage> of(String module, Try one, Optional<CoursePackage> pinned) {
		return Stream.concat(pinned.stream(),
				this.releases.digests(module, one.moduleVersion()).stream().flatMap((digest) -> open(digest).stream()))
			.filter((release) -> release.version().equals(one.moduleVersion())
					&& release.questions().keySet().containsAll(one.questions()))
			.findFirst();
	}

	private void move(Pin pin, @Nullable CoursePackage old, Kept kept) {
		CoursePackage newest = kept.module();
		if (old != null) {
			newest.pages().values().forEach((page) -> carry(pin.attempt(), old, page));
		}
		Update update = Update.between(pin.version(), newest.version());
		if (update == Update.MAJOR) {
			this.tries.discardOpen(pin.attempt());
		}
		if (update != Update.PATCH) {
			this.releases.updatedFrom(pin.attempt(), pin.version());
		}
		this.releases.move(pin.attempt(), kept.release());
	}

	/**
	 * Pages are known by their ids; a key says that one was renamed or has to be read
	 * again.
	 */
	private void carry(AttemptId attempt, CoursePackage old, Page page) {
		String key = page.progressKey();
		Optional<Page> before = old.page(page.id());
		if (before.isPresent()) {
			if (key != null && !key.equals(before.get().progressKey())) {
				this.releases.forget(attempt, page.id());
			}
		}
		else if (key != null) {
			old.pages()
				.values()
				.stream()
				.filter((other) -> key.equals(other.progressKey()))
				.forEach((other) -> this.releases.carry(attempt, other.id(), page.id()));
		}
	}

	@SuppressWarnings("ReferenceEquality") // The catalogue has one object for a module.
	private Kept kept(CoursePackage newest) {
		Kept kept = this.current.get(newest.id());
		if (kept == null || kept.module() != newest) {
			Release release = Release.of(newest);
			keepPictures(newest);
			kept = new Kept(newest, release, this.releases.keep(release, this.clock.instant()));
			this.current.put(newest.id(), kept);
		}
		return kept;
	}

	private void keepPictures(CoursePackage module) {
		module.pages()
			.values()
			.stream()
			.flatMap((page) -> PICTURE.matcher(page.html()).results())
			.map((found) -> found.group(1))
			.distinct()
			.filter((address) -> !this.releases.hasPicture(address))
			.forEach((address) -> this.pictures.stream()
				.flatMap((place) -> place.picture(address).stream())
				.findFirst()
				.ifPresent((picture) -> this.releases.keep(address, picture)));
	}

	private Optional<CoursePackage> open(String digest) {
		CoursePackage known = this.opened.get(digest);
		if (known != null) {
			return Optional.of(known);
		}
		try {
			Optional<CoursePackage> module = this.releases.find(digest).map(Release::open);
			if (this.opened.size() >= MOST_OPENED) {
				this.opened.clear();
			}
			module.ifPresent((found) -> this.opened.put(digest, found));
			return module;
		}
		catch (RuntimeException ex) {
			logger.error("The release {} cannot be read: its learners go on with the newest", digest, ex);
			return Optional.empty();
		}
	}

	/**
	 * The newest release of a module.
	 *
	 * @param module the module
	 * @param release its release
	 * @param since when it was first kept
	 */
	private record Kept(CoursePackage module, Release release, Instant since) {
	}

}
