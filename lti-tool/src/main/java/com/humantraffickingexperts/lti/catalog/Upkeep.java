package com.humantraffickingexperts.lti.catalog;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.release.Version;

/**
 * What becomes of a module once people have begun it.
 *
 * @param changes what changed from version to version, newest first
 * @param sunsetDays how long whoever has begun may stay with an older first number of the
 * version
 * @param errata what was marked wrongly
 * @param withdrawal why it is no longer offered; null while it is
 */
public record Upkeep(List<Change> changes, int sunsetDays, List<Erratum> errata, @Nullable Withdrawal withdrawal) {

	/** So long people may stay unless the module says otherwise. */
	public static final int SUNSET_DAYS = 90;

	/** Of a module that says nothing. */
	public static final Upkeep NONE = new Upkeep(List.of(), SUNSET_DAYS, List.of(), null);

	/**
	 * What changed after one version and up to another.
	 * @param from the version that is known
	 * @param to the version that is new
	 * @return plain sentences, newest first
	 */
	public List<String> changed(String from, String to) {
		Version known = Version.of(from);
		Version newest = Version.of(to);
		return this.changes.stream()
			.filter((change) -> Version.of(change.version()).compareTo(known) > 0
					&& Version.of(change.version()).compareTo(newest) <= 0)
			.flatMap((change) -> change.notes().stream())
			.toList();
	}

	/**
	 * What one version changed.
	 *
	 * @param version the version
	 * @param notes what changed, in plain sentences
	 */
	public record Change(String version, List<String> notes) {
	}

	/**
	 * A question that was marked wrongly.
	 *
	 * @param question the question's id
	 * @param versions in which versions of the module, as {@code >=1.2.0 <1.3.1}
	 * @param action how it is made good
	 * @param key the ids of the options that are right; empty where today's question
	 * tells
	 * @param reason why, in words for those whose result rises
	 * @param date when that was decided
	 */
	public record Erratum(String question, String versions, Action action, List<String> key, String reason,
			LocalDate date) {

		/**
		 * Whether it is about a version.
		 * @param version the version
		 * @return true when the version is among those named
		 */
		public boolean covers(String version) {
			return Version.within(this.versions, version);
		}

	}

	/** How a wrong mark is made good. */
	public enum Action {

		/** Everybody who was asked gets all points. */
		FULL_CREDIT,
		/** The question no longer counts. */
		DROP,
		/** Something else is right. */
		REKEY

	}

	/**
	 * Why a module is no longer offered.
	 *
	 * @param date since when
	 * @param reason the words for people
	 * @param replacedBy the id of the module that takes its place, or null
	 */
	public record Withdrawal(LocalDate date, String reason, @Nullable String replacedBy) {
	}

}
