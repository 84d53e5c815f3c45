using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LowCodeErp.Data.Platform.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "sys_api_key",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    can_write = table.Column<bool>(type: "boolean", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_api_key", x => x.id);
                    table.ForeignKey(
                        name: "fk_sys_api_key_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sys_password_link",
                columns: table => new
                {
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_password_link", x => x.member_id);
                    table.ForeignKey(
                        name: "fk_sys_password_link_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sys_session",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    member_id = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    user_agent = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    remote_address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sys_session", x => x.id);
                    table.ForeignKey(
                        name: "fk_sys_session_sys_member_member_id",
                        column: x => x.member_id,
                        principalTable: "sys_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_sys_api_key_hash",
                table: "sys_api_key",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sys_api_key_member_id",
                table: "sys_api_key",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_sys_password_link_hash",
                table: "sys_password_link",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sys_session_member_id",
                table: "sys_session",
                column: "member_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sys_api_key");

            migrationBuilder.DropTable(
                name: "sys_password_link");

            migrationBuilder.DropTable(
                name: "sys_session");
        }
    }
}
