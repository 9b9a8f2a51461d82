package com.humantraffickingexperts.lti.catalog.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.humantraffickingexperts.lti.catalog.markdown.References.Picture;
import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.source.SourceFile;
import com.humantraffickingexperts.lti.catalog.source.SourceTree;
import com.humantraffickingexperts.lti.catalog.yaml.Yaml;
import com.humantraffickingexperts.lti.catalog.yaml.YamlMissing;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/**
 * A module as it was written: every file of its folder that could be read.
 *
 * @param folder the name of its folder
 * @param module {@code module.yaml}
 * @param pages its pages, in the order of their files
 * @param questions all questions of its banks
 * @param assessments its assessments
 * @param scenarios its scenarios
 * @param errata corrections of marks
 * @param files all files of its folder
 * @param pictures the pictures that pages may show
 */
public record ModuleSource(String folder, YamlNode module, List<PageSource> pages, List<Entry> questions,
		List<Entry> assessments, List<Entry> scenarios, List<YamlNode> errata, List<SourceFile> files,
		List<PictureSource> pictures) {

	static final String ERRATA_FILE = "errata.yaml";

	/**
	 * The file of the module's own fields.
	 * @return its path
	 */
	public String moduleFile() {
		return this.folder + "/" + SourceTree.MODULE_FILE;
	}

	/**
	 * The language of the texts.
	 * @return a language tag
	 */
	public String language() {
		return this.module.get("languages").get("default").string().orElse("en-GB");
	}

	/**
	 * Everything that a learner goes through.
	 * @return the items of all sections, in order
	 */
	public List<YamlNode> items() {
		return this.module.get("structure")
			.items()
			.stream()
			.flatMap((section) -> section.get("items").items().stream())
			.toList();
	}

	/**
	 * The questions that are asked.
	 * @return those that are not retired
	 */
	public List<Entry> activeQuestions() {
		return this.questions.stream()
			.filter((question) -> !"retired".equals(question.node().get("status").string().orElse("")))
			.toList();
	}

	/**
	 * The pictures, as texts name them.
	 * @return pictures by the names of their files
	 */
	public Map<String, Picture> shown() {
		return this.pictures.stream().collect(Collectors.toMap(PictureSource::name, PictureSource::shown));
	}

	static ModuleSource read(SourceTree tree, String folder, Schemas schemas, Findings findings) {
		findings.addAll(tree.findings(folder));
		return new Reader(tree, folder, schemas, findings).read();
	}

	/** Reads the files of one folder. */
	private record Reader(SourceTree tree, String folder, Schemas schemas, Findings findings) {

		ModuleSource read() {
			List<SourceFile> files = this.tree.below(this.folder);
			files.forEach(this::checkName);
			return new ModuleSource(this.folder, module(), pages(),
					list("questions", SchemaName.QUESTIONS, "questions"), assessments(), scenarios(), errata(), files,
					PictureSource.read(this.folder, files, this.schemas, this.findings));
		}

		private YamlNode module() {
			Optional<SourceFile> file = this.tree.file(this.folder + "/" + SourceTree.MODULE_FILE);
			if (file.isEmpty() && this.tree.findings(this.folder).isEmpty()) {
				this.findings.add(this.folder + "/" + SourceTree.MODULE_FILE, 1, Rule.E001,
						"The module has no module.yaml.", "Write one; AUTHORING.md lists its fields.");
			}
			return file.flatMap((found) -> document(found, SchemaName.MODULE)).orElse(new YamlMissing(1));
		}

		private List<PageSource> pages() {
			List<PageSource> pages = new ArrayList<>();
			for (SourceFile file : files("pages", (path) -> path.endsWith(".md"))) {
				PageSource.read(file, this.findings).ifPresent((page) -> {
					this.schemas.check(SchemaName.PAGE, page.file(), page.card(), this.findings);
					pages.add(page);
				});
			}
			return List.copyOf(pages);
		}

		private List<Entry> assessments() {
			return this.tree.file(this.folder + "/assessments.yaml")
				.map((file) -> entries(file, SchemaName.ASSESSMENTS, "assessments"))
				.orElse(List.of());
		}

		private List<Entry> list(String sub, SchemaName schema, String field) {
			return files(sub, (path) -> path.endsWith(".yaml")).stream()
				.flatMap((file) -> entries(file, schema, field).stream())
				.toList();
		}

		private List<Entry> scenarios() {
			return files("scenarios", (path) -> path.endsWith(".yaml")).stream()
				.flatMap((file) -> document(file, SchemaName.SCENARIO)
					.map((scenario) -> new Entry(file.path(), scenario))
					.stream())
				.toList();
		}

		private List<YamlNode> errata() {
			return this.tree.file(this.folder + "/" + ERRATA_FILE)
				.flatMap((file) -> document(file, SchemaName.ERRATA))
				.map((root) -> root.get("errata").items())
				.orElse(List.of());
		}

		private List<Entry> entries(SourceFile file, SchemaName schema, String field) {
			return document(file, schema)
				.map((root) -> root.get(field).items().stream().map((item) -> new Entry(file.path(), item)).toList())
				.orElse(List.of());
		}

		private Optional<YamlNode> document(SourceFile file, SchemaName schema) {
			Optional<YamlNode> root = Yaml.read(file, this.findings);
			root.ifPresent((node) -> this.schemas.check(schema, file.path(), node, this.findings));
			return root;
		}

		private List<SourceFile> files(String sub, Predicate<String> wanted) {
			return this.tree.below(this.folder + "/" + sub)
				.stream()
				.filter((file) -> wanted.test(file.path()))
				.toList();
		}

		/** A file that would be passed over in silence is worse than one too many. */
		private void checkName(SourceFile file) {
			String path = file.path().substring(this.folder.length() + 1);
			if (path.endsWith(".yml")) {
				this.findings.add(file.path(), 1, Rule.E001, "The file is not read.", "Let its name end in .yaml.");
			}
			else if (path.startsWith("pages/") && !path.endsWith(".md")) {
				this.findings.add(file.path(), 1, Rule.E001, "The file is not read.",
						"Let the name of a page end in .md, and put other files into assets/.");
			}
			else if (path.startsWith("locales/")) {
				this.findings.add(file.path(), 1, Rule.N001, "This version of the tool cannot show translations yet.",
						"Keep them out of the package until it can.");
			}
		}

	}

}
