package com.humantraffickingexperts.lti.web;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What two requests have in common when the same is shown to both: the values, with each
 * request's own words taken out of all texts in them.
 */
final class Likeness {

	private static final ClassValue<List<MethodHandle>> COMPONENTS = new ClassValue<>() {

		@Override
		protected List<MethodHandle> computeValue(Class<?> type) {
			return Arrays.stream(type.getRecordComponents()).map(Likeness::accessor).toList();
		}

	};

	private static final Object NOTHING = Optional.empty();

	private Likeness() {
	}

	/**
	 * The likeness of a value.
	 * @param value a text, a list, a record, or what has no text in it; or null
	 * @param own the request's own words
	 * @return something that equals the likeness of whatever looks the same
	 */
	static Object of(@Nullable Object value, OwnWords own) {
		return switch (value) {
			case null -> NOTHING;
			case String text -> own.in(text) ? Moulded.of(text, own) : text;
			case List<?> list -> list.stream().map((one) -> of(one, own)).toList();
			case Record record -> record(record, own);
			default -> value;
		};
	}

	private static List<Object> record(Record record, OwnWords own) {
		List<MethodHandle> components = COMPONENTS.get(record.getClass());
		List<Object> likeness = new ArrayList<>(components.size() + 1);
		likeness.add(record.getClass());
		for (MethodHandle component : components) {
			likeness.add(of(read(component, record), own));
		}
		return likeness;
	}

	private static @Nullable Object read(MethodHandle component, Record record) {
		try {
			return component.invokeExact(record);
		}
		catch (Throwable ex) {
			throw new IllegalStateException("A record does not tell what it holds: " + record.getClass(), ex);
		}
	}

	private static MethodHandle accessor(RecordComponent component) {
		try {
			component.getAccessor().setAccessible(true);
			return MethodHandles.lookup()
				.unreflect(component.getAccessor())
				.asType(MethodType.methodType(Object.class, Record.class));
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
