using Approvals.Server.Identity;
using Approvals.Server.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Server.Tests.Identity;

public sealed class AccountSchemaTests(PageHost host) : IClassFixture<PageHost>
{
    [Fact]
    public async Task The_scripts_make_every_column_of_the_model()
    {
        var missing = await host.AskAsync(async services =>
        {
            var db = services.GetRequiredService<AccountDb>();
            var wanted =
                from entity in db.Model.GetEntityTypes()
                where entity.GetTableName() is not null && !entity.IsOwned()
                from property in entity.GetProperties()
                select $"{entity.GetTableName()}.{property.GetColumnName()}";
            var there = await db
                .Database.SqlQueryRaw<string>(
                    "SELECT m.name || '.' || c.name AS Value FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'"
                )
                .ToListAsync();
            return wanted.Except(there).ToList();
        });

        missing.ShouldBeEmpty();
    }

    [Fact]
    public async Task Commits_are_durable()
    {
        var (synchronous, journal) = await host.AskAsync(async services =>
        {
            var db = services.GetRequiredService<AccountDb>().Database;
            var level = await db.SqlQueryRaw<long>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync();
            var mode = await db.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode")
                .SingleAsync();
            return (level, mode);
        });

        synchronous.ShouldBe(2);
        journal.ShouldBe("wal");
    }

    [Fact]
    public void Upgrading_twice_changes_nothing()
    {
        var file = Path.GetTempFileName();
        var connection = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
        AccountSchema.Upgrade(connection);
        Should.NotThrow(() => AccountSchema.Upgrade(connection));
        File.Delete(file);
    }
}
