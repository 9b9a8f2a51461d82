package com.humantraffickingexperts.lti.catalog.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.humantraffickingexperts.lti.catalog.markdown.References.Picture;
import com.humantraffickingexperts.lti.catalog.picture.PictureReader;
import com.humantraffickingexperts.lti.catalog.picture.PictureSize;
import com.humantraffickingexperts.lti.catalog.picture.PictureType;
import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.source.SourceFile;
import com.humantraffickingexperts.lti.catalog.yaml.Yaml;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/**
 * A picture that can be shown.
 *
 * @param name the name of its file in {@code assets/}
 * @param file its file
 * @param type what it is
 * @param size how large it is
 * @param meta what is said of it
 */
public record PictureSource(String name, SourceFile file, PictureType type, PictureSize size, YamlNode meta) {

	private static final String META = ".meta.yaml";

	/** These licences want to be named where the work is shown. */
	private static final Pattern NAMED = Pattern.compile("CC-BY.*|OGL.*");

	/**
	 * The name under which browsers ask for it: that of its content.
	 * @return 64 hexadecimal digits and an ending
	 */
	public String address() {
		return this.file.digest() + "." + this.type.ending();
	}

	Picture shown() {
		String licence = this.meta.get("licence").string().orElse("");
		String credit = this.meta.get("credit").string().orElse("");
		return new Picture("/pictures/" + address(), this.meta.get("alt").string().orElse(""),
				NAMED.matcher(licence).matches() ? credit + " (" + licence + ")" : credit, this.size.width(),
				this.size.height());
	}

	static List<PictureSource> read(String folder, List<SourceFile> files, Schemas schemas, Findings findings) {
		String assets = folder + "/assets/";
		Map<String, SourceFile> byName = files.stream()
			.filter((file) -> file.path().startsWith(assets))
			.collect(Collectors.toMap((file) -> file.path().substring(assets.length()), Function.identity()));
		List<PictureSource> pictures = new ArrayList<>();
		byName.forEach((name, file) -> {
			if (name.endsWith(META)) {
				if (!byName.containsKey(name.substring(0, name.length() - META.length()))) {
					findings.add(file.path(), 1, Rule.E003, "The picture that this describes is not there.",
							"Add it, or remove this file.");
				}
			}
			else {
				read(name, file, Optional.ofNullable(byName.get(name + META)), schemas, findings)
					.ifPresent(pictures::add);
			}
		});
		pictures.sort((one, other) -> one.name().compareTo(other.name()));
		return List.copyOf(pictures);
	}

	private static Optional<PictureSource> read(String name, SourceFile file, Optional<SourceFile> description,
			Schemas schemas, Findings findings) {
		Optional<PictureType> type = PictureType.of(name);
		if (type.isEmpty() || name.contains("/")) {
			findings.add(file.path(), 1, Rule.E001, "The file is not read.",
					"Put pictures directly into assets/, as .svg, .png, .jpg or .webp.");
			return Optional.empty();
		}
		if (description.isEmpty()) {
			findings.add(file.path(), 1, Rule.E006, "Nothing says what the picture shows, and whose it is.",
					"Write " + name + META + " beside it, with alt, credit, licence and source.");
		}
		Optional<PictureSize> size = PictureReader.read(file, type.get(), findings);
		Optional<YamlNode> meta = description.flatMap((found) -> Yaml.read(found, findings)
			.filter((root) -> schemas.check(SchemaName.PICTURE, found.path(), root, findings)));
		return size
			.flatMap((known) -> meta.map((said) -> new PictureSource(name, file, type.orElseThrow(), known, said)));
	}

}
