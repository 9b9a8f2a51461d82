package com.humantraffickingexperts.lti.deeplinking;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.deeplinking.OfferedModules.Availability;
import com.humantraffickingexperts.lti.launch.ChosenModules;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.LinkOrigin;
import com.humantraffickingexperts.lti.launch.claims.Standing;
import com.humantraffickingexperts.lti.learning.TeacherLinks;

/**
 * What teachers chose in the tool for activities that name no module, or none that the
 * tool has. A copy of such an activity opens what the original opens.
 */
@Component
class TeachersChoices implements ChosenModules, TeacherLinks {

	private final JdbcModuleChoices choices;

	private final OfferedModules modules;

	private final Choosings choosings;

	TeachersChoices(JdbcModuleChoices choices, OfferedModules modules, Choosings choosings) {
		this.choices = choices;
		this.modules = modules;
		this.choosings = choosings;
	}

	@Override
	public Optional<String> instead(LinkOrigin origin, @Nullable String named) {
		if (this.modules.availability(named) == Availability.OFFERED) {
			return Optional.empty();
		}
		return this.choices.find(origin).or(() -> clear(this.choices.inFormerContexts(origin)));
	}

	private static Optional<String> clear(List<String> modules) {
		return (modules.size() == 1) ? Optional.of(modules.getFirst()) : Optional.empty();
	}

	@Override
	public List<TeacherLink> of(CurrentLaunch launch) {
		return (launch.standing() == Standing.INSTRUCTOR && this.choosings.open(launch))
				? List.of(new TeacherLink("deeplinking.again", Choosing.of(launch).path(""))) : List.of();
	}

}
