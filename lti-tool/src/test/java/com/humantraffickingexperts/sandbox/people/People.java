package com.humantraffickingexperts.sandbox.people;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * Everybody at the college: two instructors, thirty students and one administrator, with
 * names as varied as people's are.
 */
@Component
public class People {

	private static final List<Person> EVERYBODY = List.of(
			new Person(2, Person.Kind.ADMINISTRATOR, "Robin", "Hart", "administrator", "en"),
			new Person(3, Person.Kind.INSTRUCTOR, "Grace", "Mensah", "instructor1", "en"),
			new Person(4, Person.Kind.INSTRUCTOR, "Tomás", "Ó Briain", "instructor2", "en"),
			student(5, "Amara", "Okafor", "en"), student(6, "Beatriz", "Nunes", "pt"),
			student(7, "Chloé", "Lefèvre", "fr"), student(8, "Dmytro", "Шевченко", "uk"),
			student(9, "Eilidh", "MacLeod", "en"), student(10, "Farah", "El-Sayed", "en"),
			student(11, "Gwenllian", "ap Rhys", "cy"), student(12, "Hùng", "Nguyễn", "vi"),
			student(13, "Ioana", "Țurcanu", "ro"), student(14, "Jürgen", "Weiß", "de"),
			student(15, "Keziah", "O’Connor", "en"), student(16, "Łukasz", "Żółkiewski", "pl"),
			student(17, "Mei", "陈", "zh"), student(18, "Noor", "بیگم", "ur"),
			student(19, "Oisín", "Ó Súilleabháin", "en"), student(20, "Priya", "Raghunathan", "en"),
			student(21, "Quentin", "de la Croix", "fr"), student(22, "Rūta", "Kazlauskaitė", "lt"),
			student(23, "Şebnem", "Yıldız", "tr"), student(24, "Tāne", "Parata", "en"),
			student(25, "Ulrike", "Strömberg-Åkesson", "sv"), student(26, "Valbona", "Gjoka", "sq"),
			student(27, "Winston", "Clarke", "en"), student(28, "Xóchitl", "Hernández", "es"),
			student(29, "Yetunde", "Adébáyọ̀", "en"), student(30, "Zoë", "Smith", "en"),
			student(31, "Aoife", "Byrne", "en"), student(32, "Bilal", "Hussain", "en"), student(33, "Sunita", "", "en"),
			student(34, "Theodora", "Papadopoulou-Featherstonehaugh", "el"));

	private static Person student(int number, String givenName, String familyName, String locale) {
		return new Person(number, Person.Kind.STUDENT, givenName, familyName, "student" + (number - 4), locale);
	}

	public List<Person> everybody() {
		return EVERYBODY;
	}

	public List<Person> students() {
		return EVERYBODY.stream().filter(Person::isStudent).toList();
	}

	public List<Person> instructors() {
		return EVERYBODY.stream().filter(Person::isInstructor).toList();
	}

	public Person administrator() {
		return EVERYBODY.getFirst();
	}

	public Optional<Person> byUsername(String username) {
		return EVERYBODY.stream().filter((person) -> person.username().equals(username)).findFirst();
	}

	public Optional<Person> byNumber(int number) {
		return EVERYBODY.stream().filter((person) -> person.number() == number).findFirst();
	}

}
