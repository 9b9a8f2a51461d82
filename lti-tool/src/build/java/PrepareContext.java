import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.springframework.boot.SpringApplicationAotProcessor;

/**
 * Decides when the tool is packed which beans there are, so that a start need not: Spring's
 * ahead-of-time processing. The build starts this file with Java's source launcher, because
 * Spring Boot's own goal compiles with the Java that runs Maven, which may be too old.
 *
 * Arguments: the application's class, a folder for what is generated, the folder of classes.
 */
final class PrepareContext {

	public static void main(String[] arguments) throws Exception {
		Path generated = Path.of(arguments[1]);
		Path classes = Path.of(arguments[2]);
		Path sources = generated.resolve("sources");
		Path resources = generated.resolve("resources");
		Path proxies = generated.resolve("classes");
		SpringApplicationAotProcessor.main(new String[] { arguments[0], sources.toString(), resources.toString(),
				proxies.toString(), "com.humantraffickingexperts", "lti-tool" });
		compile(sources, classes);
		// What is here is for native images, except the classes that stand for others.
		copy(proxies, classes);
		System.exit(0);
	}

	private static void compile(Path sources, Path classes) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
				Stream<Path> found = Files.walk(sources)) {
			List<Path> all = found.filter((file) -> file.toString().endsWith(".java")).toList();
			List<String> options = List.of("-proc:none", "-nowarn", "-parameters", "-d", classes.toString(), "-classpath",
					System.getProperty("java.class.path"));
			if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(all)).call()) {
				throw new IllegalStateException("What Spring generated cannot be compiled");
			}
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		Files.walkFileTree(from, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Path target = to.resolve(from.relativize(file).toString());
				Files.createDirectories(target.getParent());
				Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
				return FileVisitResult.CONTINUE;
			}
		});
	}

	private PrepareContext() {
	}

}
