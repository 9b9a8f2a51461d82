package com.humantraffickingexperts.lti.classes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Service;

import com.humantraffickingexperts.lti.grades.GradeDelivery;
import com.humantraffickingexperts.lti.grades.GradeStatus;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.learning.ClassProgress;
import com.humantraffickingexperts.lti.learning.ClassProgress.Begun;
import com.humantraffickingexperts.lti.people.UserId;
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
			boolean learns = member.standing() == Standing.LEARNER && !member.testUser() && member.present();
			if (own != null || learns) {
				begun.remove(member.user().id());
				learners.add(new Learner(member.user(), member.present(), own, owed.get(member.user().id())));
			}
		}
		// Where the platform tells nothing of anybody, nobody is gone.
		boolean here = members.isEmpty();
		begun.values().forEach((one) -> learners.add(new Learner(one.user(), here, one, owed.get(one.user().id()))));
		return learners;
	}

	/** Somebody who learns there. */
	Optional<Learner> learner(CurrentLaunch launch, String id) {
		return learners(launch).stream().filter((learner) -> learner.id().value().equals(id)).findFirst();
	}

	/** Somebody who learns there, by the platform's name. */
	Optional<Learner> ofSubject(CurrentLaunch launch, String subject) {
		return learners(launch).stream().filter((learner) -> subject.equals(learner.user().subject())).findFirst();
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
