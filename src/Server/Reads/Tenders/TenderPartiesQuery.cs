using Approvals.Cases.Handling;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;

namespace Approvals.Server.Reads.Tenders;

/// <summary>A body that takes part in tenders: an agency, a supervising body, a notary's office, a tenderer.</summary>
public sealed record TenderParty(string Unit, string Role, string Name, string CreditCode);

/// <summary>The bodies by role, and the experts with those whom they may not judge.</summary>
public sealed class TenderPartiesQuery(Platform platform)
{
    private static readonly SqlText ByRole = new(
        "SELECT unit, role, name, credit_code FROM tender_party WHERE role = ?1 ORDER BY unit"
    );

    private static readonly SqlText Put = new(
        "INSERT OR REPLACE INTO tender_party (unit, role, name, credit_code) VALUES (?1, ?2, ?3, ?4)"
    );

    private static readonly SqlText PutExpertRow = new(
        "INSERT OR REPLACE INTO tender_expert (person, field, since) VALUES (?1, ?2, ?3)"
    );

    private static readonly SqlText PutRelationRow = new(
        "INSERT OR REPLACE INTO tender_relation (person, credit_code, relation) VALUES (?1, ?2, ?3)"
    );

    private static readonly SqlText ExpertRows = new("SELECT person FROM tender_expert ORDER BY person");

    private static readonly SqlText RelationRows = new(
        "SELECT person FROM tender_relation WHERE credit_code = ?1 ORDER BY person"
    );

    public IReadOnlyList<TenderParty> Of(string role) =>
        platform.Readers.Read(session =>
        {
            var found = new List<TenderParty>();
            using var rows = session.Query(ByRole, role);
            while (rows.Next())
            {
                found.Add(new TenderParty(rows.Text(0), rows.Text(1), rows.Text(2), rows.Text(3)));
            }

            return found;
        });

    /// <summary>评标专家库, by person.</summary>
    public IReadOnlyList<string> Experts() => platform.Readers.Read(session => Texts(session.Query(ExpertRows)));

    /// <summary>Experts with a recorded relation to one of the organisations.</summary>
    public IReadOnlyList<string> Related(IEnumerable<string> creditCodes) =>
        platform.Readers.Read(session =>
            creditCodes
                .SelectMany(code => Texts(session.Query(RelationRows, code)))
                .Distinct()
                .Order(StringComparer.Ordinal)
                .ToList()
        );

    /// <summary>Names of persons by their ids, in the same order.</summary>
    public IReadOnlyList<string> NamesOf(IEnumerable<string> people) =>
        platform.Readers.Read(session =>
            people
                .Select(person =>
                    Organisation.PersonKey(person) is { } key && Organisation.FindPerson(session, key) is { } found
                        ? found.Name
                        : person
                )
                .ToList()
        );

    public static void Add(TurnScope scope, TenderParty party) =>
        scope.Session.Execute(Put, party.Unit, party.Role, party.Name, party.CreditCode);

    public static void AddExpert(TurnScope scope, string person, string field) =>
        scope.Session.Execute(PutExpertRow, person, field, scope.Now);

    public static void AddRelation(TurnScope scope, string person, string creditCode, string relation) =>
        scope.Session.Execute(PutRelationRow, person, creditCode, relation);

    private static List<string> Texts(SqlRows rows)
    {
        using (rows)
        {
            var found = new List<string>();
            while (rows.Next())
            {
                found.Add(rows.Text(0));
            }

            return found;
        }
    }
}
