package com.humantraffickingexperts.lti.memory;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** A Java of its own, with the flags of deploy/jvm.options that matter here. */
@DisplayName("While much is kept for a moment and then forgotten, the heap")
@Timeout(120)
class EarlyCollectionTests {

	private static final List<String> SERIAL = List.of("-XX:+UseSerialGC", "-Xmx192m", "-Xms64m", "-XX:MaxNewSize=32m",
			"-XX:SurvivorRatio=3", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=25");

	@Test
	@DisplayName("grows to its limit when Java is left alone, so there is something to be done")
	void growsToItsLimit() throws IOException, InterruptedException {
		assertThat(rehearse(SERIAL, "alone").megabytes()).isGreaterThan(140);
	}

	@Test
	@DisplayName("stays a third smaller when it is collected early")
	void staysSmall() throws IOException, InterruptedException {
		Outcome outcome = rehearse(SERIAL, "early");
		assertThat(outcome.watching()).isTrue();
		assertThat(outcome.megabytes()).isLessThan(125);
	}

	@Test
	@DisplayName("is left to any other collector")
	void isLeftToOthers() throws IOException, InterruptedException {
		assertThat(rehearse(List.of("-XX:+UseG1GC", "-Xmx192m"), "early").watching()).isFalse();
	}

	private static Outcome rehearse(List<String> flags, String how) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(flags);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), Rehearsal.class.getName(), how));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		String[] words = output.strip().split(" ", -1);
		return new Outcome(Boolean.parseBoolean(words[0]), Long.parseLong(words[1]));
	}

	/**
	 * What became of a rehearsal.
	 *
	 * @param watching whether the heap was watched
	 * @param megabytes how large it was at most
	 */
	private record Outcome(boolean watching, long megabytes) {
	}

	/** Keeps 30 MB for ever and another 10 MB for a while, 400 MB one after the other. */
	static final class Rehearsal {

		private Rehearsal() {
		}

		public static void main(String[] args) {
			EarlyCollection early = new EarlyCollection();
			if (args[0].equals("early")) {
				early.start();
			}
			boolean watching = early.isRunning();
			List<byte[]> kept = new ArrayList<>();
			for (int i = 0; i < 30 * 1024; i++) {
				kept.add(new byte[1000]);
			}
			Deque<byte[]> forAWhile = new ArrayDeque<>(kept.subList(0, 10 * 1024));
			long largest = 0;
			for (int i = 0; i < 400 * 1024; i++) {
				forAWhile.add(new byte[1000]);
				forAWhile.remove();
				if (i % 1024 == 0) {
					largest = Math.max(largest, Runtime.getRuntime().totalMemory());
				}
			}
			early.stop();
			System.out.println(watching + " " + (largest >> 20));
			Reference.reachabilityFence(kept);
		}

	}

}
