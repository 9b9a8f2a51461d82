package com.humantraffickingexperts.lti.classes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Service;

import com.humantraffickingexperts.lti.grades.GradeDelivery;
import com.humantraffickingexperts.lti.grades.GradeStatus;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.learning.ClassProgress;
import com.humantraffickingexperts.lti.learning.ClassProgress.Begun;
import com.humantraffickingexperts.lti.people.UserId;
import com.humantraffickingexperts.lti.registration.RegistrationId;
import com.humantraffickingexperts.lti.roster.Membership;
import com.humantraffickingexperts.lti.roster.RosterStatus;
import com.humantraffickingexperts.lti.roster.Rosters;

/**
 * Everybody in the course of an activity. Three questions, whatever the size of the
 * course; each of them is about the context or the activity of the asking launch.
 */
@Service
class Classes {

	private final ClassProgress progress;

	private final Rosters rosters;

	private final GradeDelivery grades;

	Classes(ClassProgress progress, Rosters rosters, GradeDelivery grades) {
		this.progress = progress;
		this.rosters = rosters;
		this.grades = grades;
	}

	/**
	 * Everybody who learns there: those whom the platform lists, and those who began,
	 * wherever they are now.
	 */
	List<Learner> learners(CurrentLaunch launch) {
		CurrentLaunch.Link link = launch.link();
		Map<UserId, GradeStatus> owed = (link == null) ? Map.of() : this.grades.of(link.id());
		Map<UserId, Begun> begun = new HashMap<>();
		this.progress.begun(launch).forEach((one) -> begun.put(one.user().id(), one));
		List<Membership> members = members(launch);
		List<Learner> learners = new ArrayList<>();
		for (Membership member : members) {
			Begun own = begun.get(member.user().id());
			if (own != null || learns(member)) {
				begun.remove(member.user().id());
				learners.add(new Learner(member.user(), member.present(), own, owed.get(member.user().id()),
						member.groups()));
			}
		}
		// Where the platform tells nothing of anybody, nobody is gone.
		boolean here = members.isEmpty();
		begun.values()
			.forEach((one) -> learners.add(new Learner(one.user(), here, one, owed.get(one.user().id()), Set.of())));
		return learners;
	}

	private static boolean learns(Membership member) {
		return member.standing() == Standing.LEARNER && !member.testUser() && member.present();
	}

	/** Somebody who learns there. */
	Optional<Learner> learner(CurrentLaunch launch, UserId id) {
		RegistrationId registration = launch.registration().id();
		CurrentLaunch.Course course = launch.context();
		Membership member = (course == null) ? null : this.rosters.member(registration, course.id(), id).orElse(null);
		Begun begun = this.progress.begun(launch, id).orElse(null);
		if (begun == null && (member == null || !learns(member))) {
			return Optional.empty();
		}
		CurrentLaunch.Link link = launch.link();
		GradeStatus owed = (link == null) ? null : this.grades.of(link.id(), id).orElse(null);
		if (member != null) {
			return Optional.of(new Learner(member.user(), member.present(), begun, owed, member.groups()));
		}
		boolean here = course == null || !this.rosters.lists(registration, course.id());
		return Optional.of(new Learner(Objects.requireNonNull(begun).user(), here, begun, owed, Set.of()));
	}

	/** Somebody who learns there, by the platform's name. */
	Optional<Learner> ofSubject(CurrentLaunch launch, String subject) {
		return learner(launch, UserId.of(launch.registration().id(), subject));
	}

	RosterStatus rosterStatus(CurrentLaunch launch) {
		CurrentLaunch.Course course = launch.context();
		return (course == null) ? RosterStatus.NONE : this.rosters.status(launch.registration().id(), course.id());
	}

	private List<Membership> members(CurrentLaunch launch) {
		CurrentLaunch.Course course = launch.context();
		return (course == null) ? List.of() : this.rosters.members(launch.registration().id(), course.id());
	}

}
