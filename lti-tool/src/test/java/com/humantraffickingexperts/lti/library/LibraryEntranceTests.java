package com.humantraffickingexperts.lti.library;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.TestCoursePackages;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.TestLaunches;
import com.humantraffickingexperts.lti.launch.claims.MessageType;
import com.humantraffickingexperts.lti.launch.claims.Standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class LibraryEntranceTests {

	private final LibraryEntrance entrance = new LibraryEntrance(TestCoursePackages.catalog());

	@ParameterizedTest
	@EnumSource
	void whoeverOpensItArrivesThere(Standing standing) {
		CurrentLaunch launch = TestLaunches.learner().standing(standing).module(Catalog.LIBRARY).build();
		assertThat(this.entrance.answers(launch)).isTrue();
		assertThat(this.entrance.pathFor(launch)).isEqualTo("/library");
	}

	@Test
	void modulesAndOtherMessagesAreForOthers() {
		assertThat(this.entrance.answers(TestLaunches.learner().build())).isFalse();
		assertThat(this.entrance.answers(TestLaunches.learner().module(null).build())).isFalse();
		assertThat(this.entrance
			.answers(TestLaunches.learner().module(Catalog.LIBRARY).type(MessageType.SUBMISSION_REVIEW).build()))
			.isFalse();
	}

	@Test
	void withoutPublicationsThereIsNoLibrary() {
		LibraryEntrance empty = new LibraryEntrance(mock(Catalog.class));
		assertThat(empty.answers(TestLaunches.learner().module(Catalog.LIBRARY).build())).isFalse();
	}

}
