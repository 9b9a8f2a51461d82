package com.humantraffickingexperts.lti.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.springframework.util.FileSystemUtils;

/** A folder of course packages that differ in what a teacher looks for. */
final class ManyModules {

	static final String HOUSING = "When the job comes with the bed";

	static final String DEFENCE = "The statutory defence";

	static final String PORTS = "At the port of entry";

	private static final Path SOUND = Path.of("src", "test", "resources", "catalog", "sound");

	private static final String ORIGINAL = "tied-housing";

	private ManyModules() {
	}

	/**
	 * Writes the packages.
	 * @param folder an empty folder
	 * @return the catalogue's location
	 */
	static String in(Path folder) {
		try {
			FileSystemUtils.copyRecursively(SOUND, folder);
			List<String> ids = new ArrayList<>(List.of(ORIGINAL));
			ids.add(copy(folder, "statutory-defence", DEFENCE,
					"When a person who was compelled to commit an offence has a defence, and how it is raised.",
					"  - legal-criminal\n", "specialist", 60, "england-wales"));
			ids.add(copy(folder, "port-of-entry", PORTS,
					"What border officers and port staff can notice, and what they say in the first minute.",
					"  - police\n  - general\n", "awareness", 20, "uk"));
			ids.add(copy(folder, "supply-chains", "Looking into supply chains",
					"Where forced labour hides in the supply chain of a business, and what a buyer can ask.",
					"  - business\n", "practitioner", 45, "international"));
			ids.add(copy(folder, "scottish-pathways", "Pathways in Scotland",
					"How identification, support and prosecution differ in Scotland, for those who work across the border.",
					"  - legal-criminal\n  - ngo\n", "practitioner", 30, "scotland"));
			Files.writeString(folder.resolve("catalogue.yaml"),
					"formatVersion: 1\nmodules:\n  - " + String.join("\n  - ", ids)
							+ "\nprogrammes:\n  - id: foundations\n    title: Foundations\n    modules:\n      - "
							+ ORIGINAL + "\n");
			return folder.toUri().toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String copy(Path folder, String id, String title, String summary, String audience, String level,
			int minutes, String jurisdiction) throws IOException {
		FileSystemUtils.copyRecursively(folder.resolve(ORIGINAL), folder.resolve(id));
		Path card = folder.resolve(id).resolve("module.yaml");
		Files.writeString(card,
				Files.readString(card)
					.replace("id: " + ORIGINAL, "id: " + id)
					.replace(HOUSING, title)
					.replace("What to ask when a person lives where they work, and whom to tell.", summary)
					.replace("  - housing\n  - police\n", audience)
					.replace("level: practitioner", "level: " + level)
					.replace("learningMinutes: 10", "learningMinutes: " + minutes)
					.replace("  - england-wales", "  - " + jurisdiction));
		return id;
	}

}
