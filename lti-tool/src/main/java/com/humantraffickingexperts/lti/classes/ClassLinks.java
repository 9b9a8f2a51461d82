package com.humantraffickingexperts.lti.classes;

import java.util.List;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.learning.TeacherLinks;

/** Those who teach come to their class from the page before the module. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClassLinks implements TeacherLinks {

	@Override
	public List<TeacherLink> of(CurrentLaunch launch) {
		boolean opens = launch.link() != null && launch.module() != null;
		return (opens && launch.standing().seesEveryone())
				? List.of(new TeacherLink("classes.link", launch.path("/class"))) : List.of();
	}

}
