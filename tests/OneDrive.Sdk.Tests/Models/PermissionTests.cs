using OneDrive.Sdk.Models;
using OneDrive.Sdk.Tests.Support.Json;

namespace OneDrive.Sdk.Tests.Models;

public class PermissionTests
{
    [Fact]
    public void ExpirationDateTime_OnTheFirstDayOfTheCalendar_MeansNever()
    {
        var permission = ModelText.Read<Permission>("""{"expirationDateTime":"0001-01-01T00:00:00Z"}""");

        Assert.Null(permission.ExpirationDateTime);
    }

    [Fact]
    public void ExpirationDateTime_WhenSet_IsWrittenInUtc()
    {
        var permission = new Permission { ExpirationDateTime = new DateTimeOffset(2030, 1, 1, 1, 0, 0, TimeSpan.FromHours(1)) };

        Assert.Equal(
            """{"expirationDateTime":"2030-01-01T00:00:00Z"}""", ModelText.Write(permission));
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), permission.ExpirationDateTime);
    }

    [Fact]
    public void Roles_AreAnOpenList()
    {
        var permission = ModelText.Read<Permission>("""{"roles":["write","sp.full control"]}""");

        Assert.Equal([PermissionRole.Write, new PermissionRole("sp.full control")], permission.Roles);
    }
}
