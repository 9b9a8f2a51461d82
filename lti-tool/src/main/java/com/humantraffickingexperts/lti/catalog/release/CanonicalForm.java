package com.humantraffickingexperts.lti.catalog.release;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes records as JSON with sorted names, so that equal records give equal text, and
 * reads them back. A record that stands for one of several kinds says which by
 * {@value #KIND}.
 */
public final class CanonicalForm {

	private static final String KIND = "is";

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	/** Asking a class what it is made of takes longer than making one. */
	private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
		@Override
		protected Shape computeValue(Class<?> type) {
			return Shape.of(type);
		}
	};

	private static final ClassValue<Map<String, Class<?>>> KINDS = new ClassValue<>() {
		@Override
		protected Map<String, Class<?>> computeValue(Class<?> sealed) {
			return kinds(sealed).collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
		}
	};

	private CanonicalForm() {
	}

	/**
	 * Writes a record.
	 * @param value the record
	 * @return its one form
	 */
	public static String write(Record value) {
		return MAPPER.writeValueAsString(tree(value));
	}

	/**
	 * Reads a record.
	 * @param <T> its type
	 * @param form what was written
	 * @param type its type
	 * @return the record, equal to the one that was written
	 */
	public static <T extends Record> T read(String form, Class<T> type) {
		return type.cast(present(value(MAPPER.readTree(form), type)));
	}

	private static JsonNode tree(@Nullable Object value) {
		return switch (value) {
			case null -> NODES.nullNode();
			case String text -> NODES.stringNode(text);
			case Boolean truth -> NODES.booleanNode(truth);
			case Integer number -> NODES.numberNode(number);
			// As text: not every reader of JSON keeps all digits.
			case BigDecimal number -> NODES.stringNode(number.toPlainString());
			case LocalDate day -> NODES.stringNode(day.toString());
			case Enum<?> constant -> NODES.stringNode(constant.name());
			case List<?> list -> array(list);
			case Set<?> set -> array(new TreeSet<>(set));
			case Map<?, ?> map -> object(map);
			case Record record -> object(record);
			default -> throw new IllegalArgumentException("No form for a " + value.getClass().getName());
		};
	}

	private static JsonNode array(Collection<?> items) {
		ArrayNode array = NODES.arrayNode();
		items.forEach((item) -> array.add(tree(item)));
		return array;
	}

	private static JsonNode object(Map<?, ?> map) {
		ObjectNode object = NODES.objectNode();
		new TreeMap<>(map).forEach((key, item) -> object.set(String.valueOf(key), tree(item)));
		return object;
	}

	private static JsonNode object(Record record) {
		TreeMap<String, JsonNode> fields = new TreeMap<>();
		for (RecordComponent component : record.getClass().getRecordComponents()) {
			fields.put(component.getName(), tree(component(record, component.getAccessor())));
		}
		if (isOneOfSeveral(record.getClass())) {
			fields.put(KIND, NODES.stringNode(record.getClass().getSimpleName()));
		}
		ObjectNode object = NODES.objectNode();
		fields.forEach(object::set);
		return object;
	}

	private static @Nullable Object component(Record record, Method accessor) {
		try {
			accessor.setAccessible(true);
			return accessor.invoke(record);
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isOneOfSeveral(Class<?> type) {
		return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
	}

	private static @Nullable Object value(@Nullable JsonNode node, Type type) {
		if (node == null || node.isNull()) {
			return null;
		}
		if (type instanceof ParameterizedType generic) {
			return collection(node, generic);
		}
		Class<?> plain = (Class<?>) type;
		if (plain == String.class) {
			return node.stringValue();
		}
		if (plain == int.class || plain == Integer.class) {
			return node.intValue();
		}
		if (plain == boolean.class || plain == Boolean.class) {
			return node.booleanValue();
		}
		if (plain == BigDecimal.class) {
			return new BigDecimal(node.stringValue());
		}
		if (plain == LocalDate.class) {
			return LocalDate.parse(node.stringValue());
		}
		if (plain.isEnum()) {
			return constant(plain, node.stringValue());
		}
		return record(node, plain.isRecord() ? plain : kind(plain, node.path(KIND).stringValue()));
	}

	private static Object collection(JsonNode node, ParameterizedType type) {
		Type[] arguments = type.getActualTypeArguments();
		if (type.getRawType() == Map.class) {
			Map<String, Object> map = new LinkedHashMap<>();
			node.properties()
				.forEach((entry) -> map.put(entry.getKey(), present(value(entry.getValue(), arguments[1]))));
			return Collections.unmodifiableMap(map);
		}
		List<Object> items = new ArrayList<>();
		node.forEach((item) -> items.add(present(value(item, arguments[0]))));
		return (type.getRawType() == Set.class) ? Collections.unmodifiableSet(new LinkedHashSet<>(items))
				: List.copyOf(items);
	}

	private static Object present(@Nullable Object value) {
		return Optional.ofNullable(value)
			.orElseThrow(() -> new IllegalArgumentException("There is nothing where something has to be"));
	}

	private static Object constant(Class<?> type, String name) {
		return Arrays.stream(type.getEnumConstants())
			.filter((constant) -> ((Enum<?>) constant).name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No " + type.getSimpleName() + " is called " + name));
	}

	private static Class<?> kind(Class<?> sealed, String name) {
		Class<?> kind = KINDS.get(sealed).get(name);
		if (kind == null) {
			throw new IllegalArgumentException("No " + sealed.getSimpleName() + " is a " + name);
		}
		return kind;
	}

	/** Kinds may have kinds of their own. */
	private static Stream<Class<?>> kinds(Class<?> type) {
		Class<?>[] permitted = type.getPermittedSubclasses();
		return (permitted == null) ? Stream.of(type) : Arrays.stream(permitted).flatMap(CanonicalForm::kinds);
	}

	private static Object record(JsonNode node, Class<?> type) {
		Shape shape = SHAPES.get(type);
		@Nullable Object[] values = new Object[shape.components().size()];
		for (int index = 0; index < values.length; index++) {
			Component component = shape.components().get(index);
			values[index] = value(node.get(component.name()), component.type());
		}
		try {
			return shape.constructor().newInstance(values);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalArgumentException("A " + type.getSimpleName() + " cannot be made of what was written", ex);
		}
	}

	/** How a record is made of its components. */
	private record Shape(List<Component> components, Constructor<?> constructor) {

		static Shape of(Class<?> type) {
			RecordComponent[] components = type.getRecordComponents();
			try {
				Constructor<?> constructor = type.getDeclaredConstructor(
						Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
				constructor.setAccessible(true);
				return new Shape(Arrays.stream(components)
					.map((component) -> new Component(component.getName(), component.getGenericType()))
					.toList(), constructor);
			}
			catch (NoSuchMethodException ex) {
				throw new IllegalArgumentException(type.getName() + " is no record", ex);
			}
		}

	}

	private record Component(String name, Type type) {
	}

}
