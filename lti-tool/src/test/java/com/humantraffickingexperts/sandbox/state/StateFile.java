package com.humantraffickingexperts.sandbox.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.humantraffickingexperts.sandbox.Json;
import com.humantraffickingexperts.sandbox.SandboxSettings;

/**
 * One JSON file with a section for each feature that has something to remember. Every
 * change replaces the file in one step, so that a reader never meets half of it.
 */
@Component
public class StateFile {

	private final @Nullable Path file;

	private final ObjectNode sections;

	public StateFile(SandboxSettings settings) {
		this.file = settings.dataFile();
		this.sections = read(this.file);
	}

	public synchronized <T> Optional<T> read(String section, Class<T> type) {
		JsonNode node = this.sections.get(section);
		return (node == null) ? Optional.empty() : Optional.of(Json.mapper().treeToValue(node, type));
	}

	public synchronized void write(String section, Object value) {
		this.sections.set(section, Json.mapper().valueToTree(value));
		if (this.file != null) {
			replace(this.file);
		}
	}

	private void replace(Path target) {
		try {
			Path folder = target.toAbsolutePath().getParent();
			if (folder != null) {
				Files.createDirectories(folder);
			}
			Path fresh = target.resolveSibling(target.getFileName() + ".new");
			Files.writeString(fresh, this.sections.toPrettyString(), StandardCharsets.UTF_8);
			Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot keep the sandbox's state in " + target, ex);
		}
	}

	private static ObjectNode read(@Nullable Path file) {
		if (file == null || !Files.exists(file)) {
			return Json.mapper().createObjectNode();
		}
		try {
			return (ObjectNode) Json.mapper().readTree(Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the sandbox's state from " + file, ex);
		}
	}

}
