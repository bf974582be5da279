-- what the desk searches by: the beginning of an address, the end of a phone number, the cases of a team, of another case
create index cases_contact_email_start on cases_contact (email text_pattern_ops);
create index cases_contact_phone_end on cases_contact (reverse(phone) text_pattern_ops);
create index cases_case_team on cases_case (team, registered_at desc);
create index cases_case_linked on cases_case (linked_to) where linked_to is not null;
create index cases_case_registered on cases_case (registered_at desc, reference desc);
