using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Storage.Reads;

/// <summary>
/// All reads of pages: platform.db through read-only connections, nothing tracked. Writing goes through turns; saving
/// here throws.
/// </summary>
public sealed class PlatformReads(DbContextOptions<PlatformReads> options) : DbContext(options)
{
    public DbSet<CaseRead> Cases => Set<CaseRead>();
    public DbSet<TaskRead> Tasks => Set<TaskRead>();
    public DbSet<CaseUnitRead> CaseUnits => Set<CaseUnitRead>();
    public DbSet<CandidateRead> Candidates => Set<CandidateRead>();
    public DbSet<ClockRead> Clocks => Set<ClockRead>();
    public DbSet<DefinitionRead> Definitions => Set<DefinitionRead>();
    public DbSet<IncidentRead> Incidents => Set<IncidentRead>();
    public DbSet<JournalRead> Journal => Set<JournalRead>();
    public DbSet<DocumentRead> Documents => Set<DocumentRead>();
    public DbSet<CaseDocumentRead> CaseDocuments => Set<CaseDocumentRead>();
    public DbSet<LicenceRead> Licences => Set<LicenceRead>();
    public DbSet<AlarmRead> Alarms => Set<AlarmRead>();
    public DbSet<FigureRead> Figures => Set<FigureRead>();
    public DbSet<MessageRead> Messages => Set<MessageRead>();
    public DbSet<DraftRead> Drafts => Set<DraftRead>();
    public DbSet<DraftFileRead> DraftFiles => Set<DraftFileRead>();
    public DbSet<ItemRead> Items => Set<ItemRead>();
    public DbSet<PersonRead> People => Set<PersonRead>();
    public DbSet<PostRead> Posts => Set<PostRead>();
    public DbSet<SignerRead> Signers => Set<SignerRead>();
    public DbSet<CopyRead> Copies => Set<CopyRead>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("platform.db is written by turns only.");

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException("platform.db is written by turns only.");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CaseUnitRead>().ToTable("case_unit").HasKey(row => new { row.Owner, row.Unit });
        modelBuilder.Entity<CaseRead>().ToTable("case_row").HasKey(row => row.Key);
        modelBuilder.Entity<TaskRead>().ToTable("user_task").HasKey(row => row.Key);
        modelBuilder
            .Entity<CandidateRead>()
            .ToTable("user_task_candidate")
            .HasKey(row => new { row.Candidate, row.Task });
        modelBuilder.Entity<ClockRead>().ToTable("clock").HasKey(row => new { row.Instance, row.Id });
        modelBuilder.Entity<DefinitionRead>().ToTable("process_definition").HasKey(row => row.Key);
        modelBuilder.Entity<IncidentRead>().ToTable("incident").HasKey(row => row.Key);
        modelBuilder.Entity<JournalRead>().ToTable("journal").HasKey(row => row.Position);
        modelBuilder.Entity<DocumentRead>().ToTable("document").HasKey(row => row.Id);
        modelBuilder.Entity<CaseDocumentRead>().ToTable("case_document").HasKey(row => row.Document);
        modelBuilder.Entity<LicenceRead>().ToTable("licence").HasKey(row => row.Identifier);
        modelBuilder.Entity<AlarmRead>().ToTable("alarm").HasKey(row => row.Key);
        modelBuilder
            .Entity<FigureRead>()
            .ToTable("case_figure")
            .HasKey(row => new
            {
                row.Day,
                row.Unit,
                row.Doer,
            });
        modelBuilder.Entity<MessageRead>().ToTable("message").HasKey(row => row.Key);
        modelBuilder.Entity<DraftRead>().ToTable("draft").HasKey(row => row.Key);
        modelBuilder.Entity<DraftFileRead>().ToTable("draft_file").HasKey(row => row.Key);
        modelBuilder.Entity<ItemRead>().ToTable("item_version").HasKey(row => new { row.Code, row.Version });
        modelBuilder.Entity<PersonRead>().ToTable("person").HasKey(row => row.Key);
        modelBuilder.Entity<PostRead>().ToTable("post").HasKey(row => new { row.Person, row.Grp });
        modelBuilder.Entity<SignerRead>().ToTable("user_task_signer").HasKey(row => row.Key);
        modelBuilder.Entity<CopyRead>().ToTable("user_task_copy").HasKey(row => new { row.Person, row.Task });
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.SetColumnName(ToSnake(property.Name));
        }
    }

    /// <summary>ClockDue → clock_due; the columns of the schema scripts.</summary>
    private static string ToSnake(string name) =>
        string.Concat(
            name.Select(
                (letter, at) =>
                    char.IsUpper(letter) && at > 0
                        ? "_" + char.ToLowerInvariant(letter)
                        : char.ToLowerInvariant(letter).ToString()
            )
        );
}
