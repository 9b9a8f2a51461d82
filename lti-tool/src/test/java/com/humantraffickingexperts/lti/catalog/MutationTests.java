package com.humantraffickingexperts.lti.catalog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import com.humantraffickingexperts.lti.catalog.check.CheckedModule;
import com.humantraffickingexperts.lti.catalog.check.Examination;
import com.humantraffickingexperts.lti.catalog.check.PictureSource;
import com.humantraffickingexperts.lti.catalog.picture.PictureType;
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

	/** What a drawing must not hold. */
	private static final List<String> DRAWING_SPICES = List.of("<script>alert(1)</script>", " onload='alert(1)' ",
			"<foreignObject/>", "<!DOCTYPE svg [<!ENTITY a 'b'>]>", "&a;", "<image href='https://x/'/>", "@import 'x';",
			"url(https://x/)", "<?xml-stylesheet href='x'?>", "<![CDATA[", "]]>", "<!--", "-->", "<g>", "</g>", "'",
			" xmlns='http://www.w3.org/1999/xhtml' ", "\u0000", "<a href='javascript:alert(1)'>");

	private static final List<String> NAMES = List.of("module.yaml", "x.yml", "x.yaml", "x.md", "x.svg", "errata.yaml",
			"with space.md", "\u00fcber.md", ".hidden", "x.meta.yaml", "path.svg", "assessments.yaml");

	private static final int CHANGES = 5;

	/** More are tried with {@code -Dhtmse.test.mutations=1000}. */
	private static final long MUTATIONS = Long.getLong("htmse.test.mutations", 100);

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
		folder.write("tied-housing/assets/path.svg", """
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480">
				<style>.a { fill: url(#g); }</style><defs><linearGradient id="g"/></defs>
				<text class="a">Bed</text></svg>
				""")
			.write("tied-housing/assets/path.svg.meta.yaml",
					"alt: A path to a bed\ncredit: Our team\nlicence: CC-BY-4.0\nsource: Drawn here\n")
			.replace(PackageFolder.PAGE, "Ask about **both**.", "![A path](../assets/path.svg)");
		files = folder.files();
	}

	static LongStream seeds() {
		return LongStream.range(0, MUTATIONS);
	}

	static LongStream someSeeds() {
		return LongStream.range(0, MUTATIONS / 2);
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

	/**
	 * Half of all changes hit the drawing, into which nobody looks when it is reviewed.
	 */
	@ParameterizedTest
	@MethodSource("someSeeds")
	void aMutatedDrawingIsHarmlessOrNotShown(long seed) throws IOException {
		Random random = new Random(seed);
		Path drawing = folder.path("tied-housing/assets/path.svg");
		byte[] original = Files.readAllBytes(drawing);
		try {
			byte[] mutated = mutated(original, random);
			String poison = DRAWING_SPICES.get(random.nextInt(DRAWING_SPICES.size()));
			int at = random.nextInt(mutated.length + 1);
			Files.write(drawing, join(Arrays.copyOf(mutated, at), poison.getBytes(StandardCharsets.UTF_8),
					Arrays.copyOfRange(mutated, at, mutated.length)));
			holds();
		}
		finally {
			Files.write(drawing, original);
		}
	}

	/** Files vanish, move, swap their contents, turn into folders and into links. */
	@ParameterizedTest
	@MethodSource("someSeeds")
	void aMutatedFolderGivesFindingsOrAWholeModule(long seed) throws IOException {
		Random random = new Random(seed);
		PackageFolder copy = PackageFolder.copy(folder.root(), temp.resolve("mutant-" + seed));
		List<Path> mutants = copy.files();
		for (int change = 1 + random.nextInt(CHANGES); change > 0; change--) {
			Path one = mutants.get(random.nextInt(mutants.size()));
			Path other = mutants.get(random.nextInt(mutants.size()));
			if (!Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS)
					|| !Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS) || one.equals(other)) {
				continue;
			}
			switch (random.nextInt(7)) {
				case 0 -> Files.delete(one);
				case 1 -> Files.move(one, one.resolveSibling(NAMES.get(random.nextInt(NAMES.size()))),
						StandardCopyOption.REPLACE_EXISTING);
				case 2 -> Files.copy(one, other, StandardCopyOption.REPLACE_EXISTING);
				case 3 -> {
					Files.delete(one);
					Files.createSymbolicLink(one, random.nextBoolean() ? other : Path.of("/etc/passwd"));
				}
				case 4 -> {
					Files.delete(one);
					Files.createDirectories(one.resolve("a/b/c/d/e/f/g/h"));
				}
				case 5 -> {
					Files.delete(one);
					Files.createSymbolicLink(one, copy.root());
				}
				default -> Files.write(one, mutated(Files.readAllBytes(one), random));
			}
		}
		holds(copy);
		FileSystemUtils.deleteRecursively(copy.root());
	}

	@Test
	void theUnchangedPackagesAreExaminedToo() {
		holds();
	}

	private static void holds() {
		holds(folder);
	}

	private static void holds(PackageFolder folder) {
		// With all warnings, as for a release.
		Examination.Result result = new Examination(LocalDate.of(2026, 11, 24)).of(DirectoryReader.read(folder.root()));
		assertThat(result.findings()).extracting(Finding::rule).doesNotContain(Rule.E000);
		assertThat(result.findings()).allMatch((finding) -> finding.line() > 0 && !finding.toString().contains("\n"));
		for (CheckedModule checked : result.modules().values()) {
			checked.source().pictures().forEach(MutationTests::harmless);
			if (checked.sound()) {
				whole(ModuleBuilder.build(checked));
			}
		}
	}

	/** What another parser finds in a drawing that is shown only draws. */
	private static void harmless(PictureSource picture) {
		assertThat(picture.type()).isEqualTo(PictureType.SVG);
		NodeList elements = document(picture.file().bytes()).getElementsByTagName("*");
		for (int index = 0; index < elements.getLength(); index++) {
			Node element = elements.item(index);
			assertThat(element.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
			assertThat(element.getLocalName()).isNotIn("script", "foreignObject", "image", "a", "animate", "set");
			for (int each = 0; each < element.getAttributes().getLength(); each++) {
				Node attribute = element.getAttributes().item(each);
				assertThat(attribute.getNodeName()).doesNotStartWithIgnoringCase("on");
				assertThat(attribute.getNodeName().endsWith("href") && !attribute.getNodeValue().startsWith("#"))
					.isFalse();
			}
		}
	}

	private static Document document(byte[] svg) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newNSInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
		}
		catch (IOException | SAXException | ParserConfigurationException ex) {
			throw new AssertionError("A drawing was accepted that another parser does not read", ex);
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
		assertThat(texts).allMatch((text) -> !text.contains("{{") && !text.contains("<script")
				&& !text.replace("<img src=\"/pictures/", "").contains("<img") && !text.contains("href=\"javascript"));
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
