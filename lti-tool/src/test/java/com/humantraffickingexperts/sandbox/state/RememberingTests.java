package com.humantraffickingexperts.sandbox.state;

import java.net.URI;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.humantraffickingexperts.sandbox.SandboxPlatform;
import com.humantraffickingexperts.sandbox.SandboxSettings;
import com.humantraffickingexperts.sandbox.course.Courses;
import com.humantraffickingexperts.sandbox.course.PlacedLink;
import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.registration.Registrations;

import static org.assertj.core.api.Assertions.assertThat;

class RememberingTests {

	@TempDir
	private Path folder = Path.of("");

	@Test
	void keysLinksGradesAndMannersOutliveARestart() {
		SandboxSettings settings = SandboxSettings.forTool(URI.create("http://127.0.0.1:9"))
			.keptIn(this.folder.resolve("deeper/sandbox.json"));
		String keyId;
		try (SandboxPlatform first = SandboxPlatform.start(settings)) {
			keyId = first.keys().signingKeyId();
			first.manners(Manners.MOODLE);
			first.courses()
				.place((number) -> PlacedLink.of(number, Courses.FIRST.id(), Registrations.PRECONFIGURED, "Another",
						null, java.util.Map.of()));
			first.gradebook()
				.override(first.gradebook().lineItem(Courses.FIRST, 1).orElseThrow(),
						first.people().byUsername("student1").orElseThrow(), 42);
		}
		try (SandboxPlatform second = SandboxPlatform.start(settings)) {
			assertThat(second.keys().signingKeyId()).isEqualTo(keyId);
			assertThat(second.manners()).isEqualTo(Manners.MOODLE);
			assertThat(second.courses().links(Courses.FIRST)).extracting(PlacedLink::title).contains("Another");
			assertThat(second.gradebook()
				.grade(second.gradebook().lineItem(Courses.FIRST, 1).orElseThrow(),
						second.people().byUsername("student1").orElseThrow()))
				.hasValueSatisfying((grade) -> assertThat(grade.result()).isEqualTo(42));
		}
	}

	@Test
	void aToolThatMovedIsFollowed() {
		SandboxSettings settings = SandboxSettings.forTool(URI.create("http://127.0.0.1:9"));
		try (SandboxPlatform sandbox = SandboxPlatform.start(settings)) {
			sandbox.connectTool(URI.create("http://127.0.0.1:10"));
			assertThat(sandbox.courses().link(1).orElseThrow().url()).startsWith("http://127.0.0.1:10/modules/");
			assertThat(sandbox.registrations().get(Registrations.PRECONFIGURED).jwksUri())
				.startsWith("http://127.0.0.1:10/");
		}
	}

}
