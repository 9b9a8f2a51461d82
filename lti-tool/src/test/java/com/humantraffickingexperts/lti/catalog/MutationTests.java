package com.humantraffickingexperts.lti.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.humantraffickingexperts.lti.catalog.check.CheckedModule;
import com.humantraffickingexperts.lti.catalog.check.Examination;
import com.humantraffickingexperts.lti.catalog.source.DirectoryReader;
import com.humantraffickingexperts.lti.catalog.source.Finding;
import com.humantraffickingexperts.lti.catalog.source.Rule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is done to the bytes of the real packages, the outcome is a finding or a whole
 * module: never an exception, never a module with raw marks or markup in it.
 */
@Timeout(300)
class MutationTests {

	/** What tends to hurt YAML, Markdown and HTML. */
	private static final List<String> SPICES = List.of("\t", "\n", "\n\n", "---\n", ":::", ":::law\n", "[@", "]", "{{",
			"}}", "{{term:", "<script>", "</p>", "<", ">", "&", "*", "&a ", "*a", "!!x ", "- ", ": ", "\"", "'", "|",
			"|-", "#", "##", "\u0000", "\u202e", "\r", "[", "{", "(javascript:x)", "![x](y)", "null", "true", "9", "-1",
			"e9999", "~", "?", "\\", "%", "@", "`", "```\n", "    ", "\ud83d\ude00", "]]>", "<!--");

	private static final int CHANGES = 5;

	@TempDir
	private static Path temp;

	private static PackageFolder folder;

	private static List<Path> files;

	@BeforeAll
	static void copyThePackages() {
		folder = PackageFolder.sound(temp.resolve("packages"));
		PackageFolder.copy(PackageFolder.SAMPLE.resolve("nrm-basics"), folder.path("nrm-basics"));
		PackageFolder.copy(PackageFolder.SHIPPED.resolve("national-referral-mechanism"),
				folder.path("national-referral-mechanism"));
		PackageFolder.copy(PackageFolder.SHIPPED.resolve("shared"), folder.path("shared"));
		files = folder.files();
	}

	static LongStream seeds() {
		return LongStream.range(0, 300);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aMutatedPackageGivesFindingsOrAWholeModule(long seed) throws IOException {
		Random random = new Random(seed);
		Path file = files.get(random.nextInt(files.size()));
		byte[] original = Files.readAllBytes(file);
		try {
			Files.write(file, mutated(original, random));
			holds();
		}
		finally {
			Files.write(file, original);
		}
	}

	@Test
	void theUnchangedPackagesAreExaminedToo() {
		holds();
	}

	private static void holds() {
		Examination.Result result = new Examination().of(DirectoryReader.read(folder.root()));
		assertThat(result.findings()).extracting(Finding::rule).doesNotContain(Rule.E000);
		assertThat(result.findings()).allMatch((finding) -> finding.line() > 0 && !finding.toString().contains("\n"));
		for (CheckedModule checked : result.modules().values()) {
			if (checked.sound()) {
				whole(ModuleBuilder.build(checked));
			}
		}
	}

	private static void whole(CoursePackage module) {
		assertThat(module.items()).allMatch((item) -> switch (item) {
			case CoursePackage.PageItem page -> module.page(page.id()).isPresent();
			case CoursePackage.AssessmentItem assessment -> module.assessment(assessment.id()).isPresent();
			case CoursePackage.ScenarioItem scenario -> module.scenarios().containsKey(scenario.id());
			case CoursePackage.ReflectionItem reflection -> module.reflections().containsKey(reflection.id());
		});
		for (CoursePackage.Assessment assessment : module.assessments().values()) {
			assertThat(assessment.draws()).isNotEmpty()
				.allMatch((draw) -> draw.count() > 0 && draw.count() <= draw.pool().size()
						&& module.questions().keySet().containsAll(draw.pool()));
		}
		List<String> texts = new ArrayList<>(module.pages().values().stream().map(CoursePackage.Page::html).toList());
		module.questions().values().forEach((question) -> {
			texts.add(question.stem());
			texts.add(question.feedback().general());
			if (question instanceof Question.Choosing choosing) {
				choosing.options().forEach((option) -> texts.add(option.text()));
			}
		});
		assertThat(texts).allMatch((text) -> !text.contains("{{") && !text.contains("<script") && !text.contains("<img")
				&& !text.contains("href=\"javascript"));
	}

	private static byte[] mutated(byte[] original, Random random) {
		byte[] bytes = original;
		for (int change = 1 + random.nextInt(CHANGES); change > 0; change--) {
			int from = random.nextInt(bytes.length + 1);
			int to = Math.min(bytes.length, from + random.nextInt(40));
			byte[] head = Arrays.copyOf(bytes, from);
			byte[] tail = Arrays.copyOfRange(bytes, from, bytes.length);
			byte[] middle = Arrays.copyOfRange(bytes, from, to);
			bytes = switch (random.nextInt(7)) {
				case 0 -> join(head, new byte[] { (byte) random.nextInt() }, tail);
				case 1 -> join(head, Arrays.copyOfRange(bytes, to, bytes.length));
				case 2 -> join(head, middle, tail);
				case 3 -> head;
				case 4 -> join(tail, head);
				case 5 -> join(head, spice(random).repeat(1 + random.nextInt(random.nextBoolean() ? 3 : 3000))
					.getBytes(StandardCharsets.UTF_8), tail);
				default -> join(head, spice(random).getBytes(StandardCharsets.UTF_8), tail);
			};
		}
		return bytes;
	}

	private static String spice(Random random) {
		return SPICES.get(random.nextInt(SPICES.size()));
	}

	private static byte[] join(byte[]... parts) {
		int length = Arrays.stream(parts).mapToInt((part) -> part.length).sum();
		byte[] whole = new byte[length];
		int at = 0;
		for (byte[] part : parts) {
			System.arraycopy(part, 0, whole, at, part.length);
			at += part.length;
		}
		return whole;
	}

}
