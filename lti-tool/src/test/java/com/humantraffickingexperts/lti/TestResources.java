package com.humantraffickingexperts.lti;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Recorded messages and samples of platforms. */
public final class TestResources {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private TestResources() {
	}

	/**
	 * The files of a folder and its folders.
	 * @param folder its name among the test resources
	 * @return all of them, in order
	 */
	public static List<Path> files(String folder) {
		try {
			URL url = Objects.requireNonNull(TestResources.class.getResource("/" + folder), folder);
			try (Stream<Path> files = Files.walk(Path.of(url.toURI()))) {
				return files.filter(Files::isRegularFile).sorted().toList();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A JSON object as plain collections.
	 * @param file where it is
	 * @return its members
	 */
	public static Map<String, Object> object(Path file) {
		try {
			return MAPPER.readValue(Files.readString(file), new TypeReference<>() {
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The launches that a Moodle 4.5 made.
	 * @return what was recorded of each, by the name of the file
	 */
	public static Stream<RecordedLaunch> moodleLaunches() {
		return files("recordings/moodle-4.5").stream()
			.map((file) -> new RecordedLaunch(file.getFileName().toString(), object(file)))
			.filter((recorded) -> recorded.content().containsKey("id_token_raw"));
	}

	/**
	 * A recorded launch.
	 *
	 * @param name the name of the file
	 * @param content everything that was recorded
	 */
	public record RecordedLaunch(String name, Map<String, Object> content) {

		/**
		 * The token as it came.
		 * @return a compact JWT
		 */
		public String idToken() {
			return String.valueOf(this.content.get("id_token_raw"));
		}

		/**
		 * The claims of the token.
		 * @return by name
		 */
		@SuppressWarnings("unchecked")
		public Map<String, Object> claims() {
			Map<String, Object> token = (Map<String, Object>) Objects.requireNonNull(this.content.get("id_token"));
			return (Map<String, Object>) Objects.requireNonNull(token.get("payload"));
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
